import { SafetyCertificateOutlined } from '@ant-design/icons'
import type { Shapes } from '@recoup/sdk'
import { Alert, Button, Flex, Segmented } from 'antd'
import { useMemo } from 'react'
import { recoup, useGet, useSend } from '../../api.ts'
import { codesOf } from '../../api-codes.ts'
import { addDecimals } from '../../decimals.ts'
import { formatNumber } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { RowsTable } from '../../ui/DataTable.tsx'
import { useFilters } from '../../ui/filters.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { AccountLink } from '../../ui/links.tsx'
import { MomentPicker } from '../../ui/MomentPicker.tsx'
import { Money } from '../../ui/Money.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { ExportLedger } from './ExportLedger.tsx'

export default function Ledger() {
  const { t } = useTexts('ledger')
  const check = useSend(() => recoup.get('/v1/ledger/check'), [])
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <ExportLedger />
          <Button
            type="primary"
            icon={<SafetyCertificateOutlined />}
            loading={check.isPending}
            onClick={() => check.mutate(undefined)}
          >
            {t('check')}
          </Button>
        </>
      }
    >
      {check.error && <ProblemAlert error={check.error} />}
      {check.data && <Checked result={check.data} />}
      <TrialBalance />
    </Page>
  )
}

function Checked({ result }: { readonly result: Shapes['LedgerCheck'] }) {
  const { t, language } = useTexts('ledger')
  const { ok, accounts, transfers, blocks, unchained, faults } = result
  const count = (value: number) => formatNumber(value, language)
  return (
    <Alert
      type={ok ? 'success' : 'error'}
      showIcon
      role="status"
      title={ok ? t('checkOk') : t('checkBad', { count: faults.length })}
      description={
        <>
          {t('checked', {
            accounts: count(accounts),
            transfers: count(transfers),
            blocks: count(blocks),
            unchained: count(unchained),
          })}
          {faults.length > 0 && (
            <ul>
              {faults.map(({ code, detail }) => (
                <li key={code + detail}>
                  <span className="mono">{code}</span> {detail}
                </li>
              ))}
            </ul>
          )}
        </>
      }
    />
  )
}

type Basis = Shapes['TrialBalance']['basis']
const BASES = codesOf<Basis>({ recorded: true, effective: true })

function TrialBalance() {
  const { t } = useTexts('ledger')
  const { values, set } = useFilters(['at', 'basis'])
  const at = Number.isNaN(Date.parse(values.at ?? '')) ? undefined : values.at
  const basis: Basis = BASES.find((each) => each === values.basis) ?? 'recorded'
  const query = { ...(at ? { at } : {}), basis }
  const balance = useGet('/v1/ledger/trial-balance', { params: { query } }, { keepPrevious: true })
  return (
    <Section
      title={t('trialBalance')}
      extra={
        <Flex wrap gap={8} justify="flex-end">
          <MomentPicker
            label={t('at')}
            placeholder={t('now')}
            value={at}
            onChange={(value) => set({ at: value })}
            past
          />
          <Segmented
            aria-label={t('basis')}
            value={basis}
            options={BASES.map((value) => ({ value, label: t(`bases.${value}`) }))}
            onChange={(value) => set({ basis: value })}
          />
        </Flex>
      }
      flush
    >
      <Loaded of={balance} rows={10}>
        {({ data }) => <Lines lines={data} />}
      </Loaded>
    </Section>
  )
}

function Lines({ lines }: { readonly lines: readonly BalanceLine[] }) {
  const { t } = useTexts('ledger')
  const currencies = [...new Set(lines.map(({ currency }) => currency))].toSorted()
  if (currencies.length === 0) return <RowsTable rows={[]} columns={[]} rowKey={String} label="" empty={t('nothing')} />
  return currencies.map((currency) => {
    const own = lines.filter((line) => line.currency === currency)
    return <OfCurrency key={currency} lines={own} currency={currency} />
  })
}

/** More accounts than this of one purpose are grouped in an expandable row. */
const FEW = 5
const PAGE = 20

type BalanceLine = Shapes['TrialBalanceLine']
interface Row extends BalanceLine {
  /** The accounts that the row sums up. */
  readonly accounts?: readonly BalanceLine[]
}

/** The platform's accounts individually, and the accounts of parties grouped by purpose, because there are thousands of them. */
function rowsOf(lines: readonly BalanceLine[], currency: string): Row[] {
  const purposes = Map.groupBy(lines, ({ path }) =>
    path.startsWith('platform/') ? path : `*${path.slice(path.indexOf('/'))}`,
  )
  return [...purposes].flatMap(([path, accounts]): Row[] =>
    accounts.length <= FEW ? accounts : [{ ...sumOf(accounts, path, currency), accounts }],
  )
}

function sumOf(lines: readonly BalanceLine[], path: string, currency: string) {
  const total = (key: 'debit' | 'credit' | 'balance') => addDecimals(lines.map((line) => line[key]))
  return { path, currency, debit: total('debit'), credit: total('credit'), balance: total('balance') }
}

function OfCurrency({ lines, currency }: { readonly lines: readonly Row[]; readonly currency: string }) {
  const { t, term, language } = useTexts('ledger')
  const rows = useMemo((): Row[] => [...rowsOf(lines, currency), sumOf(lines, '', currency)], [lines, currency])
  const column = (key: 'debit' | 'credit' | 'balance') => ({
    key,
    title: t(`figure.${key}`),
    align: 'right' as const,
    width: '20%',
    render: (line: Row) => <Money amount={line[key]} currency={currency} />,
  })
  const figures = [column('debit'), column('credit'), column('balance')]
  const link = ({ path }: Row) => <AccountLink path={path} currency={currency} />
  return (
    <RowsTable
      rows={rows}
      rowKey={({ path }) => path}
      label={`${t('trialBalance')} ${currency}`}
      more={{
        size: 'small',
        rowClassName: ({ path }) => (path === '' ? 'total-row' : ''),
        expandable: {
          showExpandColumn: rows.some(({ accounts }) => accounts),
          rowExpandable: ({ accounts }) => accounts !== undefined,
          expandedRowRender: ({ accounts = [], path }) => (
            <RowsTable
              rows={accounts}
              rowKey={(account) => account.path}
              label={path}
              columns={[{ key: 'path', title: t('field.account'), render: link }, ...figures]}
              more={{
                size: 'small',
                pagination: accounts.length > PAGE && { pageSize: PAGE, showSizeChanger: false, size: 'small' },
              }}
            />
          ),
        },
      }}
      columns={[
        {
          key: 'path',
          title: `${t('field.account')} · ${currency}`,
          render: (row) => {
            if (row.path === '') return t('total')
            if (!row.accounts) return link(row)
            const count = formatNumber(row.accounts.length, language)
            return t('accountsOf', {
              purpose: term('purpose', row.path.slice(2)),
              count: row.accounts.length,
              accounts: count,
            })
          },
        },
        ...figures,
      ]}
    />
  )
}
