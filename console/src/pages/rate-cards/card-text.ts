/** The text of an edited rate card: parses it, and finds the line of an invalid field. */
import type { FieldError } from '@recoup/sdk'
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, stringify } from 'yaml'

export interface Card {
  readonly currency: string
  readonly units?: string[]
  readonly products: Record<string, unknown>
}

export interface Fault {
  /** Counted from 1; undefined if the position is unknown. */
  readonly line: number | undefined
  readonly pointer?: string
  readonly message: string
}

export interface ReadCard {
  /** Undefined if the text cannot be parsed. */
  readonly card: Card | undefined
  readonly faults: readonly Fault[]
  /** The line of a field that the server refused. */
  lineOf(pointer: string): number | undefined
}

export function writeCard({ currency, units, products }: Card): string {
  return stringify({ currency, ...(units && { units }), products }, { lineWidth: 0 })
}

/** JSON is valid YAML, so either is accepted. The server validates the terms. */
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

/** The errors from the server, with their lines. */
export function located(read: ReadCard, errors: readonly FieldError[]): Fault[] {
  return errors.map(({ pointer, message }) => ({ line: read.lineOf(pointer), pointer, message }))
}

/** The position of the field, or of the nearest field around it, because a missing field has no position. */
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
