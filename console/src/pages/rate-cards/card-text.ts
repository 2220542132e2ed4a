/** A rate card as YAML that somebody edits: from text to card, and from a field that is wrong to its line. */
import type { FieldError } from '@recoup/sdk'
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, stringify } from 'yaml'

export interface Card {
  readonly currency: string
  readonly products: Record<string, unknown>
}

export interface Fault {
  /** From 1; undefined where the place is not known. */
  readonly line: number | undefined
  readonly pointer?: string
  readonly message: string
}

export interface ReadCard {
  /** Undefined where it cannot be read at all. */
  readonly card: Card | undefined
  readonly faults: readonly Fault[]
  /** The line of a field that the server found wrong. */
  lineOf(pointer: string): number | undefined
}

export function writeCard({ currency, products }: Card): string {
  return stringify({ currency, products }, { lineWidth: 0 })
}

/** JSON is YAML as well: either may be put in. Whether the terms are right is the server's to say. */
export function readCard(text: string): ReadCard {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  const faults = document.errors.map(
    ({ message, pos }): Fault => ({ line: lines.linePos(pos[0]).line, message: message.split('\n')[0]! }),
  )
  const value: unknown = faults.length > 0 ? undefined : document.toJS()
  const isCard = typeof value === 'object' && value !== null && 'products' in value && 'currency' in value
  return {
    card: isCard ? (value as Card) : undefined,
    faults,
    lineOf(pointer) {
      const offset = offsetOf(document.contents, pointer)
      return offset === undefined ? undefined : lines.linePos(offset).line
    },
  }
}

/** What the server found, at the lines where it is. */
export function located(read: ReadCard, errors: readonly FieldError[]): Fault[] {
  return errors.map(({ pointer, message }) => ({ line: read.lineOf(pointer), pointer, message }))
}

/** Where the field stands, or the nearest one around it that is there: a missing field has no place of its own. */
function offsetOf(root: Node | null, pointer: string): number | undefined {
  let node: unknown = root
  let offset: number | undefined
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~')
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === name)
      if (!pair) return offset
      offset = (pair.key as Node).range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(name)]
      if (node === undefined) return offset
      offset = (node as Node).range?.[0] ?? offset
    } else return offset
  }
  return offset
}
