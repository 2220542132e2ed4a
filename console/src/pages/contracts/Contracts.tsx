import type { Init, Shapes } from '@recoup/sdk'
import { Flex } from 'antd'
import { recoup, useLines, useLineTitle, useMay, useProductTitles } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { ActionForm } from '../../ui/ActionForm.tsx'
import { AuditTrail } from '../../ui/AuditTrail.tsx'
import { Code } from '../../ui/Code.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { ChoiceFilter, FilterBar, TextFilter, useFilters } from '../../ui/filters.tsx'
import { Id } from '../../ui/Id.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { PartyLink } from '../../ui/links.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { NewContract } from './NewContract.tsx'

type Contract = Shapes['Contract']
type Query = NonNullable<NonNullable<Init<'/v1/contracts', 'get'>>['params']>['query']

/** The contracts of individual customers, which override the rate card. */
export default function Contracts() {
  const { t } = useTexts('contracts')
  const may = useMay()
  const lines = useLines()
  const filters = useFilters(['party', 'line'])
  const columns = useColumns(may('catalog:write'))
  return (
    <Page title={t('title')} lead={t('lead')} actions={may('catalog:write') && <NewContract />}>
      <Section>
        <FilterBar of={filters}>
          <TextFilter of={filters} name="party" label={t('field.party')} />
          <ChoiceFilter of={filters} name="line" label={t('field.line')} options={lines} />
        </FilterBar>
      </Section>
      <Section flush>
        <DataTable
          path="/v1/contracts"
          init={{ params: { query: filters.values as Query } }}
          columns={columns}
          rowKey={({ id }) => id}
          label={t('title')}
          empty={Object.keys(filters.values).length > 0 ? t('noneFound') : t('none')}
          more={{
            expandable: {
              expandedRowRender: ({ id, terms }: Contract) => (
                <Flex vertical gap={16}>
                  <Code label={t('terms')} value={terms} />
                  <AuditTrail subject={id} />
                </Flex>
              ),
            },
          }}
        />
      </Section>
    </Page>
  )
}

const MOODS = { scheduled: 'busy', 'in-force': 'good', ended: undefined } as const satisfies Record<
  Contract['status'],
  string | undefined
>

function useColumns(mayEnd: boolean): Column<Contract>[] {
  const { t, language } = useTexts('contracts')
  const products = useProductTitles()
  const lineTitle = useLineTitle()
  return [
    {
      key: 'id',
      title: t('contract'),
      render: ({ id, reference }) => (
        <>
          <Id of={id} />
          {reference && <div className="second-line">{reference}</div>}
        </>
      ),
    },
    { key: 'party', title: t('field.party'), render: ({ party }) => <PartyLink party={party} /> },
    {
      key: 'product',
      title: t('field.product'),
      render: ({ line, product }) => (
        <>
          {products.find((each) => each.line === line && each.id === product)?.title[language] ?? product}
          <div className="second-line">{lineTitle(line)}</div>
        </>
      ),
    },
    {
      key: 'status',
      title: t('field.status'),
      render: ({ status }) => <StatusTag status={status} mood={MOODS[status]} />,
    },
    { key: 'from', title: t('from'), render: ({ effectiveAt }) => <Instant at={effectiveAt} /> },
    {
      key: 'until',
      title: t('until'),
      render: ({ until, endedAt }) => {
        const end = endedAt ?? until
        return end ? <Instant at={end} /> : t('open')
      },
    },
    ...(mayEnd
      ? [
          {
            key: 'act',
            title: <span className="unseen">{t('end.label')}</span>,
            render: (contract: Contract) => contract.status !== 'ended' && <End contract={contract} />,
          },
        ]
      : []),
  ]
}

function End({ contract: { id, party } }: { readonly contract: Contract }) {
  const { t } = useTexts('contracts')
  return (
    <ActionForm
      label={t('end.label')}
      button={{ size: 'small' }}
      title={t('end.title', { party })}
      lead={t('end.lead')}
      danger
      done={t('end.done')}
      send={() => recoup.post('/v1/contracts/{contract}/end', { params: { path: { contract: id } }, body: {} })}
    />
  )
}
