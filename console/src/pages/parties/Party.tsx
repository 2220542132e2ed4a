import { isRecoupError, type Shapes } from '@recoup/sdk'
import { Alert, Button, Descriptions, Flex, Segmented } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useGet, useMay } from '../../api.ts'
import { signOf } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { AuditTrail } from '../../ui/AuditTrail.tsx'
import { type Column, RowsTable } from '../../ui/DataTable.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { AccountLink } from '../../ui/links.tsx'
import { Money } from '../../ui/Money.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { Statement } from '../../ui/Statement.tsx'
import { useAccounts } from './accounts.ts'
import { Settlement } from './Settlement.tsx'

type Account = Shapes['Account']

export default function Party() {
  const { party = '' } = useParams()
  const { t } = useTexts('parties')
  const may = useMay()
  const read = useGet('/v1/parties/{party}', { params: { path: { party } } })
  const accounts = useAccounts(party)
  // Unregistered payers have accounts as well.
  const unknown = isRecoupError(read.error, 'party_unknown')
  return (
    <Page
      title={read.data?.name ?? party}
      lead={<span className="mono">{party}</span>}
      back={{ to: '/parties', label: t('title') }}
      actions={
        <>
          {may('charges:read') && (
            <>
              <Link to={`/charges?payer=${encodeURIComponent(party)}`}>
                <Button tabIndex={-1}>{t('paid')}</Button>
              </Link>
              <Link to={`/charges?payee=${encodeURIComponent(party)}`}>
                <Button tabIndex={-1}>{t('earned')}</Button>
              </Link>
            </>
          )}
          {may('settlement:read') && (
            <Link to={`/payouts/statement?party=${encodeURIComponent(party)}`}>
              <Button tabIndex={-1}>{t('statementOf')}</Button>
            </Link>
          )}
        </>
      }
    >
      <Section>
        {unknown ? (
          <Alert type="info" showIcon title={t('unknown')} />
        ) : (
          <Loaded of={read} rows={2}>
            {(data) => <Facts party={data} />}
          </Loaded>
        )}
      </Section>
      {may('settlement:read') && <Settlement party={party} />}
      <Loaded of={accounts}>{({ data }) => <Accounts accounts={data} />}</Loaded>
      <AuditTrail subject={party} />
    </Page>
  )
}

function Facts({ party }: { readonly party: Shapes['Party'] }) {
  const { t, term } = useTexts('parties')
  return (
    <Descriptions
      size="small"
      column={{ xs: 1, sm: 2, lg: 3 }}
      items={[
        { key: 'kind', label: t('field.kind'), children: t(`kinds.${party.kind}`) },
        { key: 'created', label: t('created'), children: <Instant at={party.createdAt} /> },
        { key: 'updated', label: t('updated'), children: <Instant at={party.updatedAt} /> },
        ...Object.entries(party.attributes).map(([name, value]) => ({
          key: name,
          label: term('attribute', name),
          children: value,
        })),
      ]}
    />
  )
}

const nameOf = ({ path, currency }: Account) => `${path} ${currency}`

function Accounts({ accounts }: { readonly accounts: readonly Account[] }) {
  const { t } = useTexts('parties')
  const [chosen, setChosen] = useState<string>()
  const shown = accounts.find((account) => nameOf(account) === chosen) ?? accounts[0]
  const money = (key: 'balance' | 'held') => ({
    key,
    title: t(`account.${key}`),
    align: 'right' as const,
    render: (account: Account) => (
      <Money amount={account[key]} currency={account.currency} strong={key === 'balance'} />
    ),
  })
  const columns: Column<Account>[] = [
    {
      key: 'path',
      title: t('field.account'),
      render: ({ path, currency, balance }) => (
        <>
          <AccountLink path={path} currency={currency} />
          {signOf(balance) < 0 && path.endsWith('/debt') && (
            <div className="status status-bad">{t('account.owes')}</div>
          )}
        </>
      ),
    },
    { key: 'currency', title: t('field.currency'), render: ({ currency }) => currency },
    money('held'),
    {
      key: 'available',
      title: t('account.available'),
      align: 'right',
      render: ({ available, currency }) =>
        available === null ? '–' : <Money amount={available} currency={currency} />,
    },
    money('balance'),
  ]
  return (
    <>
      <Section title={t('accounts')} flush>
        <RowsTable rows={accounts} columns={columns} rowKey={nameOf} label={t('accounts')} empty={t('noAccounts')} />
      </Section>
      {shown && (
        <Section title={t('statement')} flush>
          <Flex style={{ padding: '10px 16px', overflowX: 'auto' }}>
            <Segmented
              aria-label={t('field.account')}
              value={nameOf(shown)}
              options={accounts.map(nameOf)}
              onChange={setChosen}
            />
          </Flex>
          <Statement key={nameOf(shown)} path={shown.path} currency={shown.currency} />
        </Section>
      )}
    </>
  )
}
