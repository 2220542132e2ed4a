/**
 * Generates src/schema.ts and src/operations.ts from openapi.json. With `--check`, it writes nothing and fails if the files are not
 * up to date.
 *
 * ```sh
 * npm run -w sdk generate
 * npm run -w sdk generate -- --check
 * ```
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'
import ts from 'typescript'

const DOCUMENT = new URL('../openapi.json', import.meta.url)
const BANNER = `// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// Generated from openapi.json by \`npm run -w sdk generate\`. Do not edit.
`

interface Operation {
  readonly parameters?: readonly { readonly $ref?: string }[]
}
type Document = Parameters<typeof openapiTS>[0] & { readonly paths: Record<string, Record<string, Operation>> }

/** Generates the files from the current document, by name. */
export async function generate(): Promise<Record<'schema.ts' | 'operations.ts', string>> {
  const document = JSON.parse(readFileSync(DOCUMENT, 'utf8')) as Document
  const options = { alphabetize: false, defaultNonNullable: false, transform: fileOf }
  const schema = astToString(await openapiTS(document, options))
  return { 'schema.ts': `${BANNER}${schema}`, 'operations.ts': `${BANNER}${operationsOf(document)}` }
}

/** Files are sent as binary data, not as text. */
function fileOf({ format }: { readonly format?: string }): ts.TypeNode | undefined {
  return format === 'binary' ? ts.factory.createTypeReferenceNode('Blob') : undefined
}

/** The run-time data of the client, and the codes of problems as a type. */
function operationsOf(document: Document): string {
  const takesKey = ({ parameters = [] }: Operation) => parameters.some(({ $ref }) => $ref?.endsWith('/IdempotencyKey'))
  const keyed = Object.entries(document.paths)
    .filter(([, methods]) => methods.post && takesKey(methods.post))
    .map(([path]) => path)
  const codes = new Set<string>()
  collectCodes(document, codes)
  const union = [...codes].toSorted().map((code) => `  | '${code}'`)
  return `
/** The POSTs that take an \`Idempotency-Key\`. */
export const KEYED_POSTS: ReadonlySet<string> = new Set([
${keyed.map((path) => `  '${path}',`).join('\n')}
])

/** The codes of the problems that the API documents. */
export type ProblemCode =
${union.join('\n')}
`
}

/** `x-problem-codes` lists the codes: at a shared response all of them, at an operation by status. */
function collectCodes(node: unknown, into: Set<string>): void {
  if (typeof node !== 'object' || node === null) return
  for (const [name, value] of Object.entries(node)) {
    if (name === 'x-problem-codes') for (const code of Object.values(value as object).flat()) into.add(code)
    else collectCodes(value, into)
  }
}

/** The names of generated files that differ from those on disk. */
export async function outdated(): Promise<string[]> {
  const files = await generate()
  return Object.entries(files)
    .filter(([name, text]) => read(name) !== text)
    .map(([name]) => name)
}

function read(name: string): string | undefined {
  try {
    return readFileSync(new URL(`src/${name}`, import.meta.url), 'utf8')
  } catch {
    return undefined
  }
}

async function main(): Promise<void> {
  if (process.argv.includes('--check')) {
    const names = await outdated()
    if (names.length === 0) return
    console.error(`sdk/src/${names.join(', sdk/src/')}: not what openapi.json says; npm run -w sdk generate`)
    process.exitCode = 1
    return
  }
  for (const [name, text] of Object.entries(await generate())) {
    writeFileSync(new URL(`src/${name}`, import.meta.url), text)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
