/**
 * A rate card as an editable file: YAML or JSON. Faults are reported with their line. Amounts and rates are strings
 * ("0.006"), because a number would pass through a float before it could be validated.
 */
import { readFile } from 'node:fs/promises'
import { text as readAll } from 'node:stream/consumers'
import { type Document, LineCounter, parseDocument, stringify, visit } from 'yaml'
import type { RateCard } from '../catalog/rate-card.ts'
import { UsageError } from './exit-code.ts'

export interface CardFile {
  /** The name as given; "-": standard input. */
  readonly name: string
  readonly card: RateCard
  /** Returns the position of a field or its nearest parent: `card.yaml:12`. */
  placeOf(pointer: string): string
}

/** Reads a card. @throws UsageError where the file can't be read or is not a card, with the line. */
export async function readCardFile(file: string): Promise<CardFile> {
  const text = await readText(file)
  const name = file === '-' ? 'standard input' : file
  return parseCard(text, name)
}

export function parseCard(text: string, name: string): CardFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const place = (offset: number) => `${name}:${lines.linePos(offset).line}`
  const faults = document.errors.map(({ pos, message }) => `${place(pos[0])} ${message}`)
  if (faults.length > 0) throw new UsageError(faults.join('\n'))
  const placeOf = (pointer: string) => place(offsetOf(document, pointer))
  refuseFloats(document, place)
  const card = asCard(readWhole(document, name))
  if (typeof card === 'string') throw new UsageError(`${placeOf('')} ${card}`)
  return { name, card, placeOf }
}

/** Converts the document. @throws UsageError for aliases that expand excessively. */
function readWhole(document: Document, name: string): unknown {
  try {
    return document.toJS()
  } catch (error) {
    throw new UsageError(`${name}: ${(error as Error).message}`)
  }
}

/** Checks the card's own fields; the server's lines validate the content of `products`. */
function asCard(value: unknown): RateCard | string {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'a rate card has currency and products'
  const card = value as Partial<RateCard>
  if (typeof card.currency !== 'string') return 'currency is missing: the code that prices are in'
  const { products } = card
  if (typeof products !== 'object' || products === null || Array.isArray(products)) return 'products are missing'
  const { units } = card
  if (units !== undefined && !(Array.isArray(units) && units.every((unit) => typeof unit === 'string')))
    return 'units is a list of the custom units in use'
  const surplus = Object.keys(card).find((name) => !['currency', 'units', 'products'].includes(name))
  if (surplus !== undefined) return `${surplus} is not known on a rate card`
  return { currency: card.currency, ...(units && { units }), products }
}

/** Refuses fractional numbers, which have already lost digits. @throws UsageError that lists all of them. */
function refuseFloats(document: Document, place: (offset: number) => string): void {
  const faults: string[] = []
  visit(document, {
    Scalar(_, { value, source, range }) {
      if (typeof value !== 'number' || (Number.isSafeInteger(value) && /^-?\d+$/.test(source ?? ''))) return
      faults.push(`${place(range?.[0] ?? 0)} write ${source} in quotes: "${source}"`)
    },
  })
  if (faults.length > 0) throw new UsageError(faults.join('\n'))
}

/** Returns the offset of the field at a pointer, or of its nearest parent where the field is missing. */
function offsetOf(document: Document, pointer: string): number {
  const path = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  for (; path.length > 0; path.pop()) {
    const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined
    if (node?.range) return node.range[0]
  }
  return document.contents?.range?.[0] ?? 0
}

const HEAD = `# A rate card: what everything costs, by line/product.
# Amounts and rates are texts, so that no digit is lost: "0.006" is 0.6%.
`

export function writeCard({ currency, units, products }: RateCard, format: string): string {
  const card = { currency, ...(units && { units }), products }
  if (format === 'json') return `${JSON.stringify(card, null, 2)}\n`
  return HEAD + stringify(card, { lineWidth: 0, defaultStringType: 'PLAIN', aliasDuplicateObjects: false })
}

async function readText(file: string): Promise<string> {
  try {
    return file === '-' ? await readAll(process.stdin) : await readFile(file, 'utf8')
  } catch (error) {
    throw new UsageError(`cannot read ${file}: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}`)
  }
}
