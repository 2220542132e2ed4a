/**
 * `npm run bench -- NAME`: runs bench/NAME.ts. Each prints a ratio to a reference of the same run; its last line is one
 * JSON object.
 */
import { readdirSync } from 'node:fs'
import path from 'node:path'

const here = import.meta.dirname
const names = readdirSync(here)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts' && !file.startsWith('_'))
  .map((file) => path.basename(file, '.ts'))
const [name] = process.argv.slice(2)
if (!name || !names.includes(name)) {
  console.error(`which bench? npm run bench -- ${names.join(' | ')}`)
  process.exit(2)
}
// Each bench parses its own arguments from the command line, however it was started.
process.argv.splice(2, 1)
await import(path.join(here, `${name}.ts`))
