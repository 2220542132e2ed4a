/**
 * The variables by which libfaketime moves the clock of this process; none where it does not. Child processes that otherwise get
 * a clean environment keep them, so that the program and its database agree on the time in `npm run soak -- calendar`.
 */
const isMoved = process.env.FAKETIME !== undefined

export const faketimeVariables: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(process.env).flatMap(([name, value]) =>
    isMoved && value !== undefined && /^(LD_PRELOAD|FAKETIME.*)$/.test(name) ? [[name, value]] : [],
  ),
)
