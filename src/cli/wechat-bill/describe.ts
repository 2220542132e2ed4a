/** The report of an import as text, JSON and CSV. */
import { bad, bold, count, faint, good, harmless, indented, table } from '../screen.ts'
import { type Difference, type Fault, type Listed, type Outcomes, type Report, type Skipped, yuan } from './report.ts'

export function reportDocument(file: string, report: Report, registered: readonly string[]) {
  const { rows, payments, refunds, faults, skipped, differences, summary } = report
  return {
    file,
    clean: report.clean,
    rows,
    payments,
    refunds,
    registered,
    totals: report.totals(),
    differences: byLine(differences),
    faults: byLine(faults),
    skipped: byLine(skipped),
    summary: {
      complete: summary?.complete ?? false,
      mismatches: report.mismatches(),
      ...(report.summaryFault && { fault: report.summaryFault }),
    },
  }
}

export function describeReport(
  file: string,
  report: Report,
  registered: readonly string[],
  csv: string | undefined,
): string {
  const { rows, payments, refunds } = report
  const parts = [
    `${bold(file)}: ${count(rows, 'row')}`,
    `  Payments: ${outcomes(payments)}\n  Refunds:  ${outcomes(refunds)}`,
    ...(registered.length > 0 ? [`  Merchants entered: ${registered.join(', ')}`] : []),
    totals(report),
    ...differences(report, csv),
    ...leftOut(report, csv),
    ...warnings(report),
  ]
  return parts.join('\n\n')
}

function outcomes({ posted, replayed, refused }: Outcomes): string {
  const parts = [`${posted.toLocaleString('en-US')} posted`]
  if (replayed > 0) parts.push(`${replayed.toLocaleString('en-US')} there already`)
  if (refused > 0) parts.push(bad(`${refused.toLocaleString('en-US')} refused`))
  return parts.join(', ')
}

function totals(report: Report): string {
  const { currency, ...lines } = report.totals()
  const rows = Object.entries(lines).map(([name, { bill, recoup, difference }]) => [name, bill, recoup, difference])
  return table([currency, 'bill>', 'Recoup>', 'difference>'], rows)
}

function differences(report: Report, csv: string | undefined): string[] {
  const { differences, feeDifference, payments, refunds } = report
  // Without a posted row no fee was compared.
  if (payments.posted + payments.replayed + refunds.posted + refunds.replayed === 0) return []
  if (report.allFeesMatch) return [`  ${good('Every fee matches the bill.')}`]
  if (differences.count === 0) return ['  The fees of the rows in the books match the bill.']
  const rows = byLine(differences).map(
    ({ line, kind, merchant, amount, billRate, billFee, recoupFee, difference, id }) => {
      return [line, kind, merchant, amount, billRate, billFee, recoupFee, difference, id]
    },
  )
  const head = ['line>', '', 'merchant', 'amount>', "bill's rate>", "bill's fee>", 'our fee>', 'difference>', '']
  return [
    `  ${bold(`${count(differences.count, 'fee')} differ${differences.count === 1 ? 's' : ''}`)}, by ${yuan(feeDifference)} in all:\n\n${table(head, rows)}${rest(differences, csv)}`,
  ]
}

function leftOut({ faults, skipped }: Report, csv: string | undefined): string[] {
  const parts: string[] = []
  if (faults.count > 0) {
    const rows = byLine(faults).map(({ line, code, message }) => [line, code, harmless(message)])
    const head = bad(`${count(faults.count, 'row')} left out:`)
    parts.push(`  ${head}\n\n${table(['line>', '', 'why'], rows)}${rest(faults, csv)}`)
  }
  if (skipped.count > 0) {
    const rows = byLine(skipped).map(({ line, transaction, reason }) => [line, transaction, harmless(reason)])
    const head = `${count(skipped.count, 'row')} that move no money:`
    parts.push(`  ${head}\n\n${table(['line>', 'payment', 'why'], rows)}${rest(skipped, csv)}`)
  }
  return parts
}

function byLine<Row extends { line: number }>({ kept }: { kept: readonly Row[] }): Row[] {
  return kept.toSorted((a, b) => a.line - b.line)
}

function rest(list: Pick<Listed<unknown>, 'count' | 'kept'>, csv: string | undefined): string {
  const more = list.count - list.kept.length
  if (more <= 0) return ''
  const where = csv === undefined ? 'use --show, --report FILE or --json to see all' : `all are in ${csv}`
  return `\n${indented(faint(`… and ${more.toLocaleString('en-US')} more: ${where}`))}`
}

function warnings(report: Report): string[] {
  const { summary, summaryFault } = report
  if (summaryFault)
    return [bad(`  The summary on line ${summaryFault.line} cannot be read: ${harmless(summaryFault.message)}`)]
  if (report.cutOff) return [bad('  The file ends without its summary, so rows may be missing. Get it again.')]
  if (summary?.complete !== true) return [bad('  The summary at the end of the file cannot be read.')]
  const mismatches = report.mismatches()
  if (mismatches.length === 0) return []
  const rows = mismatches.map(({ field, stated, computed }) => [field, stated, computed])
  return [
    `  ${bad('The summary at the end of the file does not match its rows:')}\n\n${table(['', 'summary>', 'rows>'], rows)}`,
  ]
}

const COLUMNS = [
  'line',
  'what',
  'transaction',
  'refund',
  'merchant',
  'amount',
  'billRate',
  'billFee',
  'recoupFee',
  'difference',
  'id',
  'message',
] as const

export const reportHeader = `${COLUMNS.join(',')}\r\n`

export function reportRow(row: Fault | Skipped | Difference): string {
  const fields: Record<string, unknown> = { ...row, ...describeRow(row) }
  return `${COLUMNS.map((name) => quoted(String(fields[name] ?? ''))).join(',')}\r\n`
}

function describeRow(row: Fault | Skipped | Difference): { what: string; message?: string } {
  if ('kind' in row) return { what: `${row.kind} fee differs` }
  if ('code' in row) return { what: 'left out', message: `${row.code}: ${row.message}` }
  return { what: 'moves no money', message: row.reason }
}

/** Quotes a CSV cell. Numbers and ids are unchanged; text that a spreadsheet would evaluate as a formula is escaped. */
function quoted(text: string): string {
  const harmlessText = /^[=+@\t\r]/.test(text) || (/^-/.test(text) && !/^-[\d.]+$/.test(text)) ? `'${text}` : text
  return /[",\r\n]/.test(harmlessText) ? `"${harmlessText.replaceAll('"', '""')}"` : harmlessText
}
