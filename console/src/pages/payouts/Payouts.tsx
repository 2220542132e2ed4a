import { FileTextOutlined } from '@ant-design/icons'
import type { Init, Shapes } from '@recoup/sdk'
import { Button, Form, Input } from 'antd'
import { Link } from 'react-router'
import { recoup, useMay, useMe } from '../../api.ts'
import { codesOf } from '../../api-codes.ts'
import { useTexts } from '../../texts.ts'
import { ActionForm } from '../../ui/ActionForm.tsx'
import { Actor } from '../../ui/Actor.tsx'
import { CsvButton } from '../../ui/CsvButton.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { FilterBar, TextFilter, useFilters } from '../../ui/filters.tsx'
import { Id } from '../../ui/Id.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { PartyLink } from '../../ui/links.tsx'
import { Money } from '../../ui/Money.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { StateTabs } from '../../ui/StateTabs.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { BankResults } from './BankResults.tsx'
import { NewPayout } from './NewPayout.tsx'
import { PAYOUT_MOODS } from './payout-moods.ts'

type Query = NonNullable<NonNullable<Init<'/v1/payouts', 'get'>>['params']>['query']
const STATUSES = codesOf<Shapes['Payout']['status']>(PAYOUT_MOODS)

/** The list of payouts. */
export default function Payouts() {
  const { t } = useTexts('payouts')
  const may = useMay()
  const filters = useFilters(['status', 'party', 'file'])
  const party = useMe().data?.party
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <Link to="/payouts/statement">
            <Button tabIndex={-1}>{t('statement.title')}</Button>
          </Link>
          {may('settlement:write') && <MakeFile />}
          {may('settlement:write') && <BankResults />}
          {may('settlement:write') && <NewPayout />}
        </>
      }
    >
      <Section>
        <StateTabs
          label={t('field.status')}
          value={filters.values.status}
          onChange={(value) => filters.set({ status: value })}
          tabs={[
            { value: undefined, label: t('all') },
            ...STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
          ]}
        />
        <FilterBar of={filters}>
          <TextFilter of={filters} name="party" label={t('field.party')} />
        </FilterBar>
      </Section>
      <Section flush>
        <DataTable
          path="/v1/payouts"
          init={{ params: { query: filters.values as Query } }}
          columns={useColumns()}
          rowKey={({ id }) => id}
          label={t('title')}
          empty={Object.keys(filters.values).length > 0 ? t('noneFound') : t('none')}
        />
      </Section>
      {party === null && <Files />}
    </Page>
  )
}

function useColumns(): Column<Shapes['Payout']>[] {
  const { t } = useTexts('payouts')
  return [
    {
      key: 'id',
      title: t('payout'),
      render: ({ id }) => (
        <Link to={`/payouts/${id}`} title={id}>
          <Id of={id} />
        </Link>
      ),
    },
    { key: 'created', title: t('field.created'), render: ({ createdAt }) => <Instant at={createdAt} /> },
    { key: 'party', title: t('field.party'), render: ({ party }) => <PartyLink party={party} /> },
    {
      key: 'status',
      title: t('field.status'),
      render: ({ status }) => <StatusTag status={status} page="payouts" mood={PAYOUT_MOODS[status]} />,
    },
    { key: 'bank', title: t('destination'), render: ({ destination }) => destination ?? '–' },
    { key: 'recovered', title: t('recovered'), align: 'right', render: ({ recovered }) => <Money {...recovered} /> },
    { key: 'amount', title: t('field.amount'), align: 'right', render: ({ amount }) => <Money {...amount} strong /> },
  ]
}

/** Writes all approved payouts that have a bank account to a file for the bank. */
function MakeFile() {
  const { t } = useTexts('payouts')
  return (
    <ActionForm<{ currency: string }>
      label={t('file.make')}
      button={{ icon: <FileTextOutlined /> }}
      lead={t('file.lead')}
      initial={{ currency: 'CNY' }}
      done={t('file.done')}
      send={(body) => recoup.post('/v1/payout-files', { body })}
    >
      <Form.Item name="currency" label={t('field.currency')} rules={[{ required: true, message: t('signIn.missing') }]}>
        <Input maxLength={32} autoComplete="off" style={{ maxWidth: 160 }} />
      </Form.Item>
    </ActionForm>
  )
}

function Files() {
  const { t } = useTexts('payouts')
  const may = useMay()
  const columns: Column<Shapes['PayoutFile']>[] = [
    { key: 'id', title: t('file.title'), render: ({ id }) => <Id of={id} /> },
    { key: 'at', title: t('field.created'), render: ({ createdAt }) => <Instant at={createdAt} /> },
    { key: 'by', title: t('createdBy'), render: ({ createdBy }) => <Actor of={createdBy} /> },
    {
      key: 'payouts',
      title: t('title'),
      align: 'right',
      render: ({ id, payouts }) => <Link to={`/payouts?file=${id}`}>{payouts}</Link>,
    },
    { key: 'total', title: t('field.amount'), align: 'right', render: ({ total }) => <Money {...total} strong /> },
    ...(may('settlement:write')
      ? [
          {
            key: 'csv',
            title: t('file.table'),
            render: ({ id }: Shapes['PayoutFile']) => (
              <CsvButton
                files={[
                  {
                    key: id,
                    label: id,
                    name: id,
                    read: async () =>
                      (await recoup.get('/v1/payout-files/{file}', {
                        params: { path: { file: id } },
                        parseAs: 'blob',
                      })) as unknown as Blob,
                  },
                ]}
              />
            ),
          },
        ]
      : []),
  ]
  return (
    <Section title={t('file.all')} flush>
      <DataTable
        path="/v1/payout-files"
        columns={columns}
        rowKey={({ id }) => id}
        label={t('file.all')}
        empty={t('file.none')}
        limit={10}
      />
    </Section>
  )
}
