/**
 * How users start this program, for advice: the scripts of a clone, or the command of the installed package, whose files
 * are compiled.
 */
const IS_CLONE = import.meta.url.endsWith('.ts')

export const START = IS_CLONE ? 'npm start' : 'npx recoup start'

/** Before the name of a command. */
export const RECOUP = IS_CLONE ? 'npm run -s recoup --' : 'npx recoup'

/** The tour with curl; the package has it in a folder that users rarely open. */
export const TOUR = IS_CLONE ? 'sh examples/quickstart.sh' : 'sh node_modules/recoup/examples/quickstart.sh'
