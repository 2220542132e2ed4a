/**
 * The variables by which libfaketime shifts the clock of this process; empty without it. Child processes with an
 * otherwise clean environment inherit them, so that program and database agree on the time in `npm run soak --
 * calendar`.
 */
const isMoved = process.env.FAKETIME !== undefined

export const faketimeVariables: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(process.env).flatMap(([name, value]) =>
    isMoved && value !== undefined && /^(LD_PRELOAD|FAKETIME.*)$/.test(name) ? [[name, value]] : [],
  ),
)
