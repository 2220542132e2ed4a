/** The table of folders in ARCHITECTURE.md, and the imports that it does not allow. */
import { type ImportGraph, isTestCode } from './imports.ts'

/** One row: a folder or a file, and the rows that it may import. */
export interface Layer {
  readonly place: string
  readonly mayImport: readonly string[]
}

const HEADER = /^\|\s*folder\s*\|\s*what it is\s*\|\s*may import\s*\|\n\|[-| ]+\|\n((?:\|.*\n)+)/m

/**
 * Parses the table with the columns "folder", "what it is" and "may import". A row covers the places in its first
 * column, in backquotes; its third column names other rows, without `src/`.
 *
 * @throws Error if there is no such table, or a row names one that does not exist.
 */
export function readLayers(markdown: string): Layer[] {
  const table = HEADER.exec(markdown)?.[1]
  if (table === undefined) throw new Error('no table with the columns: folder, what it is, may import')
  const rows = table
    .trimEnd()
    .split('\n')
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
  const places = new Set(rows.flatMap(([cell]) => placesIn(cell!)))
  return rows.flatMap(([cell, , third]) => {
    const mayImport = (third ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
    const targets = mayImport.map((name) => {
      const place = places.has(`src/${name}`) ? `src/${name}` : name
      if (!places.has(place)) throw new Error(`the row of ${cell} names ${name}, which has no row`)
      return place
    })
    return placesIn(cell!).map((place) => ({ place, mayImport: targets }))
  })
}

function placesIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1]!.replace(/\/$/, ''))
}

/** Everything that each place may import. A place that may import a layer may also import what that layer may. */
export function closureOf(layers: readonly Layer[]): Map<string, Set<string>> {
  const direct = new Map(layers.map(({ place, mayImport }) => [place, mayImport]))
  const closure = new Map<string, Set<string>>()
  for (const { place } of layers) {
    const reached = new Set<string>()
    const pending = [...direct.get(place)!]
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (reached.has(next)) continue
      reached.add(next)
      pending.push(...direct.get(next)!)
    }
    closure.set(place, reached)
  }
  return closure
}

/** Returns the place of a file: the row that names it, or else the row of the nearest folder. */
export function placeOf(file: string, places: Iterable<string>): string | undefined {
  let nearest: string | undefined
  for (const place of places) {
    const holds = file === place || file.startsWith(`${place}/`)
    if (holds && place.length > (nearest?.length ?? 0)) nearest = place
  }
  return nearest
}

/** Imports that the table does not allow, and unknown files, as sentences. Tests may import anything. */
export function forbiddenImports(graph: ImportGraph, layers: readonly Layer[]): string[] {
  const closure = closureOf(layers)
  const faults: string[] = []
  for (const [file, targets] of graph) {
    if (isTestCode(file)) continue
    const from = placeOf(file, closure.keys())
    if (from === undefined) {
      faults.push(`${file} lies in a folder without a row`)
      continue
    }
    for (const target of targets) {
      if (isTestCode(target)) {
        faults.push(`${file} imports test code: ${target}`)
        continue
      }
      const to = placeOf(target, closure.keys())
      if (to === undefined) faults.push(`${file} imports ${target}, which has no row`)
      else if (to !== from && !closure.get(from)!.has(to)) faults.push(`${file} imports ${target}`)
    }
  }
  return faults
}

/** Rows that may import themselves through others. */
export function circularLayers(layers: readonly Layer[]): string[] {
  return [...closureOf(layers)].filter(([place, reached]) => reached.has(place)).map(([place]) => place)
}
