import type { Shapes } from '@recoup/sdk'
import { useTexts } from '../texts.ts'
import { namedAccount } from './account.ts'
import { type Column, DataTable } from './DataTable.tsx'
import { Id } from './Id.tsx'
import { Instant } from './Instant.tsx'
import { AccountLink, ChargeLink } from './links.tsx'
import { Money } from './Money.tsx'

interface Props {
  /** `party/purpose`. */
  readonly path: string
  readonly currency: string
}

/** The transfers of an account, latest first. */
export function Statement({ path, currency }: Props) {
  const { t, term } = useTexts()
  const columns: Column<Shapes['Transfer']>[] = [
    { key: 'time', title: t('field.time'), render: ({ effectiveAt }) => <Instant at={effectiveAt} /> },
    { key: 'kind', title: t('field.kind'), render: ({ kind }) => term('kind', kind) },
    {
      key: 'other',
      title: t('statement.other'),
      render: ({ from, to }) => (
        <>
          {from === path ? `${t('field.to')} ` : `${t('field.from')} `}
          <AccountLink path={from === path ? to : from} currency={currency} />
        </>
      ),
    },
    { key: 'of', title: t('statement.of'), render: ({ of }) => <Origin of={of} /> },
    {
      key: 'amount',
      title: t('field.amount'),
      align: 'right',
      render: ({ from, amount }) => (
        <Money amount={from === path ? `-${amount.amount}` : amount.amount} currency={amount.currency} signed />
      ),
    },
  ]
  return (
    <DataTable
      path="/v1/accounts/{party}/{purpose}/transfers"
      init={{ params: { path: namedAccount(path), query: { currency } } }}
      columns={columns}
      rowKey={({ id }) => id}
      label={t('statement.label', { path })}
      empty={t('statement.none')}
    />
  )
}

function Origin({ of }: { readonly of: string | null }) {
  if (of === null) return '–'
  return of.startsWith('chg_') ? <ChargeLink charge={of} /> : <Id of={of} />
}
