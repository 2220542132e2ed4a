/** Formats the measurements of pages as a table. */
export interface MeasuredPage {
  readonly name: string
  readonly ms: number
  readonly serverMs: number
  readonly slowest: string
}

export function table(pages: readonly MeasuredPage[], referenceMs: number, targetMs: number): string {
  const rows = pages.map(({ name, ms, serverMs, slowest }) => [
    name,
    `${ms}`,
    `${(ms / referenceMs).toFixed(2)} ×`,
    ms > targetMs ? 'over' : '',
    `${serverMs}`,
    slowest.slice(0, 110),
  ])
  const all = [['page', 'ms', 'ratio', '', 'server ms', 'slowest request'], ...rows]
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => row[column]!.length)))
  const line = (row: readonly string[]) =>
    row.map((cell, i) => (i === 0 || i >= 5 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ')
  return all.map((row) => line(row).trimEnd()).join('\n')
}
