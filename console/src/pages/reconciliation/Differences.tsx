import type { Init, Shapes } from '@recoup/sdk'
import { Alert, Checkbox, Flex } from 'antd'
import { useState } from 'react'
import { useMay } from '../../api.ts'
import { codesOf } from '../../api-codes.ts'
import { useTexts } from '../../texts.ts'
import { Actor } from '../../ui/Actor.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { ChoiceFilter, FilterBar, useFilters } from '../../ui/filters.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { ChargeLink } from '../../ui/links.tsx'
import { Money } from '../../ui/Money.tsx'
import { StateTabs } from '../../ui/StateTabs.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { Decide, type Decided } from './Decide.tsx'
import type { Run } from './run.ts'
import { Side } from './Side.tsx'

export type Difference = Shapes['ReconciliationDifference']
type Query = NonNullable<
  NonNullable<Init<'/v1/reconciliations/{reconciliation}/differences', 'get'>>['params']
>['query']

const STATUSES = codesOf<Difference['status']>({ proposed: true, executing: true, done: true, declined: true })
const CLASSES = codesOf<Difference['class']>({
  missing_there: true,
  missing_here: true,
  amount_differs: true,
  fee_differs: true,
  status_differs: true,
})

/** Whether the difference can still be decided. */
const isOpen = ({ status }: Difference) => status === 'proposed' || status === 'executing'

/** The differences with both sides and the proposed corrections, which are approved one by one, in selections or all at once. */
export function Differences({ run }: { readonly run: Run }) {
  const { t } = useTexts('reconciliation')
  const may = useMay()
  const filters = useFilters(['class', 'state'])
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [refused, setRefused] = useState<readonly Decided[]>([])
  const { class: of, state } = filters.values
  const deciding = may('settlement:approve') && run.status === 'completed'
  const columns = useColumns(deciding ? { chosen, setChosen } : undefined)
  const query = { ...(of ? { class: of } : {}), ...(state ? { status: state } : {}) } as Query
  return (
    <>
      <StateTabs
        label={t('field.status')}
        value={state}
        onChange={(value) => filters.set({ state: value })}
        tabs={[
          { value: undefined, label: t('all') },
          ...STATUSES.map((value) => ({ value, label: t(`status.${value}`), count: run.differences[value] })),
        ]}
      />
      <Flex wrap gap={8} justify="space-between" style={{ marginBottom: 12 }}>
        <FilterBar of={filters}>
          <ChoiceFilter
            of={filters}
            name="class"
            label={t('class.title')}
            options={CLASSES.map((value) => ({ value, label: t(`class.${value}`) }))}
          />
        </FilterBar>
        {deciding && run.differences.proposed + run.differences.executing > 0 && (
          <Decide
            run={run}
            chosen={chosen}
            of={CLASSES.find((each) => each === of)}
            onDecided={(decided) => {
              setChosen(new Set())
              setRefused(decided.filter(({ problem }) => problem !== null))
            }}
          />
        )}
      </Flex>
      {refused.length > 0 && (
        <Alert
          type="warning"
          showIcon
          closable={{ onClose: () => setRefused([]) }}
          role="alert"
          style={{ marginBottom: 12 }}
          title={t('decide.refused', { count: refused.length })}
          description={
            <ul style={{ margin: 0, paddingInlineStart: 18 }}>
              {refused.slice(0, 20).map(({ number, problem }) => (
                <li key={number}>
                  #{number}: {problem!.detail}
                </li>
              ))}
            </ul>
          }
        />
      )}
      <DataTable
        path="/v1/reconciliations/{reconciliation}/differences"
        init={{ params: { path: { reconciliation: run.id }, query } }}
        columns={columns}
        rowKey={({ number }) => String(number)}
        label={t('differences')}
        empty={run.classes.length > 0 && !of && !state ? t('noDifferences') : t('noneFound')}
      />
    </>
  )
}

interface Choice {
  readonly chosen: ReadonlySet<number>
  readonly setChosen: (chosen: ReadonlySet<number>) => void
}

function useColumns(choice: Choice | undefined): Column<Difference>[] {
  const { t } = useTexts('reconciliation')
  const choose = (number: number, on: boolean) => {
    const next = new Set(choice!.chosen)
    if (on) next.add(number)
    else next.delete(number)
    choice!.setChosen(next)
  }
  return [
    {
      key: 'number',
      title: '#',
      render: (difference) => {
        const { number } = difference
        if (!choice || !isOpen(difference)) return number
        return (
          <Checkbox
            checked={choice.chosen.has(number)}
            aria-label={t('decide.choose', { number: String(number) })}
            onChange={({ target }) => choose(number, target.checked)}
          >
            {number}
          </Checkbox>
        )
      },
    },
    {
      key: 'what',
      title: t('class.title'),
      render: ({ class: of, line, alert, status }) => (
        <div style={{ display: 'grid', gap: 4, justifyItems: 'start' }}>
          <b>{t(`class.${of}`)}</b>
          {line && <span>{t(`lineKind.${line.kind}`)}</span>}
          {line && (
            <span className="mono" style={{ fontSize: 12, maxWidth: 180, overflowWrap: 'anywhere' }}>
              {line.reference}
            </span>
          )}
          {alert && status === 'proposed' && <span className="status status-bad">{t('alert')}</span>}
        </div>
      ),
    },
    { key: 'here', title: t('here'), render: ({ line }) => <Side line={line} side="here" /> },
    { key: 'there', title: t('there'), render: ({ line }) => <Side line={line} side="there" /> },
    { key: 'correction', title: t('correction'), render: (difference) => <Correction difference={difference} /> },
    { key: 'status', title: t('field.status'), render: (difference) => <Decision difference={difference} /> },
  ]
}

/** The proposed correction in words, and what it posts. */
function Correction({ difference: { correction } }: { readonly difference: Difference }) {
  const { term } = useTexts('reconciliation')
  return (
    <div style={{ minWidth: 220, maxWidth: 290 }}>
      <b>{term('corrections', correction.kind)}</b>
      {correction.steps.map((step) => (
        <div key={step.code + step.text}>{step.text}</div>
      ))}
      {correction.transfers.map(({ from, to, amount, kind }) => (
        <div key={`${from} ${to} ${kind}`} className="second-line" style={{ overflowWrap: 'anywhere' }}>
          {from} → {to} <Money {...amount} />
        </div>
      ))}
    </div>
  )
}

function Decision({ difference }: { readonly difference: Difference }) {
  const { t } = useTexts('reconciliation')
  const { status, decidedBy, decidedAt, note, failure, result } = difference
  return (
    <div style={{ minWidth: 130 }}>
      <StatusTag status={status} page="reconciliation" />
      {failure && status !== 'done' && <div className="second-line">{t('lastTry', { code: failure })}</div>}
      {note && <div style={{ overflowWrap: 'anywhere', maxWidth: 200 }}>{note}</div>}
      {result.charge && (
        <div>
          <ChargeLink charge={result.charge} />
        </div>
      )}
      {decidedAt && (
        <div className="second-line">
          <Instant at={decidedAt} /> {decidedBy && <Actor of={decidedBy} />}
        </div>
      )}
    </div>
  )
}
