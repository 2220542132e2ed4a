import type { Shapes } from '@recoup/sdk'
import { signOf } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { type Column, RowsTable } from '../../ui/DataTable.tsx'

type Report = Shapes['LineReport']
type Row = Report['rows'][number]
type CellShape = Shapes['ReportCell']

/** The columns of the line's table. Below each figure is its reference, with a bar of the share reached. */
export function ReferenceTable({ report: { columns, rows } }: { readonly report: Report }) {
  const { t } = useTexts('lines')
  return (
    <>
      <RowsTable
        rows={rows}
        rowKey={({ product }) => product}
        label={t('table.title')}
        columns={columns.map(
          ({ id, title, kind, note }): Column<Row> => ({
            key: id,
            title: <span title={note}>{title}</span>,
            ...(kind === 'text' ? {} : { align: 'right' as const }),
            render: ({ cells }) => {
              const cell = cells[id]
              return cell ? <Cell cell={cell} name={title} /> : '–'
            },
          }),
        )}
      />
      <details className="notes">
        <summary>{t('table.notes')}</summary>
        <dl>
          {columns.map(({ id, title, note }) => (
            <div key={id}>
              <dt>{title}</dt>
              <dd>{note}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  )
}

function Cell({ cell, name }: { readonly cell: CellShape; readonly name: string }) {
  const { t } = useTexts('lines')
  const { text, reference } = cell
  const reached = reachedOf(cell)
  return (
    <div className="cell">
      <div className="cell-text">{text}</div>
      {reached !== undefined && <Reached share={reached} name={name} />}
      {reference && <small>{t('table.reference', { text: reference.text })}</small>}
    </div>
  )
}

/** The value divided by the reference; undefined if they are words or in several currencies. */
function reachedOf({ value, money, reference }: CellShape): number | undefined {
  const own = value ?? (money.length === 1 ? money[0]!.amount : undefined)
  if (own === undefined || !reference?.value || signOf(reference.value) <= 0) return undefined
  return Number(own) / Number(reference.value)
}

/** The bar is scaled to the larger of the two; the mark is the reference. */
function Reached({ share, name }: { readonly share: number; readonly name: string }) {
  const { t } = useTexts('lines')
  const whole = Math.max(1, share)
  const text = percentOf(share)
  return (
    <div className="reached" role="img" aria-label={t('table.reached', { name, share: text })} title={text}>
      <span className="reached-bar" style={{ width: `${(100 * Math.max(0, share)) / whole}%` }} />
      <span className="reached-mark" style={{ insetInlineStart: `calc(${100 / whole}% - 2px)` }} />
    </div>
  )
}

/** Two significant digits, so that even a millionth of the reference is visible. */
const percentOf = (share: number) =>
  new Intl.NumberFormat('en', { style: 'percent', maximumSignificantDigits: 2, useGrouping: true }).format(share)
