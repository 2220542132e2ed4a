import type { Init, Shapes } from '@recoup/sdk'
import { codesOf } from '../../api-codes.ts'
import { useTexts } from '../../texts.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { StateTabs } from '../../ui/StateTabs.tsx'
import type { Run } from './run.ts'
import { Side } from './Side.tsx'

type BillLine = Shapes['ReconciliationLine']
type Query = NonNullable<NonNullable<Init<'/v1/reconciliations/{reconciliation}/lines', 'get'>>['params']>['query']

/** In the order of the tabs. */
const MOODS = {
  matched: 'status status-good',
  open: 'status status-busy',
  missing_there: 'status status-bad',
  missing_here: 'status status-bad',
  amount_differs: 'status status-wait',
  fee_differs: 'status status-wait',
  status_differs: 'status status-wait',
} as const satisfies Record<BillLine['class'], string>
const CLASSES = codesOf<BillLine['class']>(MOODS)

interface Props {
  readonly run: Run
  readonly outcome: string | undefined
  readonly onOutcome: (outcome: string | undefined) => void
}

/** All lines of the bill and the ledger, side by side. */
export function Lines({ run, outcome, onOutcome }: Props) {
  const { t } = useTexts('reconciliation')
  const chosen = CLASSES.find((each) => each === outcome)
  const counts = new Map<string, number>()
  for (const { class: of, count } of run.classes) counts.set(of, (counts.get(of) ?? 0) + count)
  const columns: Column<BillLine>[] = [
    { key: 'line', title: '#', render: ({ line }) => line },
    {
      key: 'class',
      title: t('outcome'),
      render: ({ class: of }) => <span className={MOODS[of]}>{t(`class.${of}`)}</span>,
    },
    { key: 'kind', title: t('field.kind'), render: ({ kind }) => t(`lineKind.${kind}`) },
    {
      key: 'reference',
      title: t('number'),
      render: ({ reference, there }) => (
        <div className="mono" style={{ fontSize: 12, maxWidth: 200, overflowWrap: 'anywhere' }}>
          {reference}
          {there?.providerNumber && <div className="second-line">{there.providerNumber}</div>}
        </div>
      ),
    },
    { key: 'here', title: t('here'), render: (line) => <Side line={line} side="here" /> },
    { key: 'there', title: t('there'), render: (line) => <Side line={line} side="there" /> },
  ]
  return (
    <>
      <StateTabs
        label={t('outcome')}
        value={chosen}
        onChange={onOutcome}
        tabs={[
          { value: undefined, label: t('all') },
          ...CLASSES.filter((value) => counts.has(value)).map((value) => ({
            value,
            label: t(`class.${value}`),
            count: counts.get(value) ?? 0,
          })),
        ]}
      />
      <DataTable
        path="/v1/reconciliations/{reconciliation}/lines"
        init={{ params: { path: { reconciliation: run.id }, query: (chosen ? { class: chosen } : {}) as Query } }}
        columns={columns}
        rowKey={({ line }) => String(line)}
        label={t('allLines')}
        empty={t('noneFound')}
      />
    </>
  )
}
