/** Lays out a flow diagram of transfers: the position of each account and the width of each stream. */
import { addDecimals } from '../decimals.ts'

export interface FlowLink {
  readonly from: string
  readonly to: string
  /** Decimal text, positive. */
  readonly amount: string
  /** What the transfer is for, in words. */
  readonly text: string
}

interface LaidNode {
  readonly id: string
  readonly account: string
  /** The node stands for money that came back to the account. */
  readonly returned: boolean
  /** Column from the left. */
  readonly depth: number
  readonly last: boolean
}

interface LaidLink {
  readonly source: string
  readonly target: string
  /** Used for drawing only. */
  readonly width: number
  readonly returned: boolean
  readonly parts: readonly { readonly text: string; readonly amount: string }[]
  /** The exact sum of the parts. */
  readonly total: string
}

export interface Laid {
  readonly nodes: readonly LaidNode[]
  readonly links: readonly LaidLink[]
  /** The number of nodes in the fullest column. */
  readonly tallest: number
  /** Whether some streams are drawn wider than their amount. */
  readonly widened: boolean
}

/** The minimum width of a stream relative to the widest; otherwise a fee of 0.2% would be invisible. */
const THINNEST = 0.025

/**
 * Streams of one color between the same accounts are merged. A circular flow cannot be drawn from left to right, so the stream
 * that would close the circle ends at another node of the same account. Flows back always end at another node, so that the
 * account that was paid keeps its position.
 */
export function layOut(links: readonly FlowLink[], back: readonly FlowLink[]): Laid {
  const merged = new Map<string, { source: string; target: string; returned: boolean; parts: FlowLink[] }>()
  const after = new Map<string, Set<string>>()
  const add = (link: FlowLink, source: string, target: string, returned: boolean) => {
    const name = `${source}\n${target}\n${returned}`
    const stream = merged.get(name) ?? { source, target, returned, parts: [] }
    stream.parts.push(link)
    merged.set(name, stream)
    after.set(source, (after.get(source) ?? new Set()).add(target))
  }
  for (const link of links) {
    const circle = link.from === link.to || reaches(after, link.to, link.from)
    add(link, link.from, circle ? `${link.to}\u0000` : link.to, false)
  }
  for (const link of back) add(link, link.from, `${link.to}\u0000back`, true)

  const streams = [...merged.values()].map((stream) => ({ ...stream, value: sum(stream.parts) }))
  const widest = Math.max(0, ...streams.map(({ value }) => value))
  const least = widest * THINNEST
  const depths = depthsOf(streams)
  const deepest = Math.max(0, ...depths.values())
  const nodes = [...depths].map(([id, depth]): LaidNode => {
    const [account = '', kind] = id.split('\u0000')
    const returned = kind === 'back'
    // Money that came back is in the rightmost column.
    const column = returned ? deepest : depth
    return { id, account, returned, depth: column, last: column === deepest && deepest > 0 }
  })
  const columns = new Map<number, number>()
  for (const { depth } of nodes) columns.set(depth, (columns.get(depth) ?? 0) + 1)
  return {
    nodes,
    links: streams.map(({ source, target, returned, parts, value }) => ({
      source,
      target,
      returned,
      width: Math.max(value, least),
      parts: parts.map(({ text, amount }) => ({ text, amount })),
      total: addDecimals(parts.map(({ amount }) => amount)),
    })),
    tallest: Math.max(0, ...columns.values()),
    widened: streams.some(({ value }) => value > 0 && value < least),
  }
}

function sum(parts: readonly FlowLink[]): number {
  return parts.reduce((total, { amount }) => total + Math.abs(Number(amount)), 0)
}

function reaches(after: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string): boolean {
  const seen = new Set<string>()
  const waiting = [from]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === to) return true
    if (seen.has(next)) continue
    seen.add(next)
    waiting.push(...(after.get(next) ?? []))
  }
  return false
}

/** The column of each node: to the right of all nodes that flow into it. The graph has no circles. */
function depthsOf(streams: readonly { source: string; target: string }[]): Map<string, number> {
  const depths = new Map<string, number>()
  for (const { source, target } of streams) {
    depths.set(source, 0)
    depths.set(target, 0)
  }
  for (let changed = true; changed; ) {
    changed = false
    for (const { source, target } of streams) {
      const behind = depths.get(source)! + 1
      if (behind <= depths.get(target)!) continue
      depths.set(target, behind)
      changed = true
    }
  }
  return depths
}
