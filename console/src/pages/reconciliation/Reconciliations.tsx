import { PlayCircleOutlined, WalletOutlined } from '@ant-design/icons'
import type { Init, Shapes } from '@recoup/sdk'
import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { recoup, useMay } from '../../api.ts'
import { codesOf } from '../../api-codes.ts'
import { formatDay, formatNumber } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { ActionForm } from '../../ui/ActionForm.tsx'
import { Actor } from '../../ui/Actor.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { ChoiceFilter, FilterBar, TextFilter, useFilters } from '../../ui/filters.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { GatewayAndDay, UploadBill, type Which } from './UploadBill.tsx'

type Query = NonNullable<NonNullable<Init<'/v1/reconciliations', 'get'>>['params']>['query']
const STATUSES = codesOf<Shapes['Reconciliation']['status']>({
  running: true,
  completed: true,
  failed: true,
  superseded: true,
})

/** The list of reconciliations. */
export default function Reconciliations() {
  const { t } = useTexts('reconciliation')
  const may = useMay()
  const filters = useFilters(['gateway', 'status'])
  const columns = useColumns()
  const navigate = useNavigate()
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <Link to="/reconciliation/funds">
            <Button icon={<WalletOutlined />}>{t('funds.title')}</Button>
          </Link>
          {may('settlement:write') && (
            <>
              <UploadBill
                label={t('upload.label')}
                title={t('upload.title')}
                lead={t('upload.lead')}
                send={async (query, body) => {
                  const { id } = await recoup.post('/v1/reconciliations/upload', { params: { query }, body })
                  void navigate(`/reconciliation/${id}`)
                }}
              />
              <Start />
            </>
          )}
        </>
      }
    >
      <Section>
        <FilterBar of={filters}>
          <TextFilter of={filters} name="gateway" label={t('gateway')} />
          <ChoiceFilter
            of={filters}
            name="status"
            label={t('field.status')}
            options={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
          />
        </FilterBar>
      </Section>
      <Section flush>
        <DataTable
          path="/v1/reconciliations"
          init={{ params: { query: filters.values as Query } }}
          columns={columns}
          rowKey={({ id }) => id}
          label={t('title')}
          empty={Object.keys(filters.values).length > 0 ? t('noneFound') : t('none')}
          refresh={10_000}
        />
      </Section>
    </Page>
  )
}

function useColumns(): Column<Shapes['Reconciliation']>[] {
  const { t, language } = useTexts('reconciliation')
  return [
    {
      key: 'day',
      title: t('day'),
      render: ({ id, date, gateway }) => (
        <>
          <Link to={`/reconciliation/${id}`}>{formatDay(date, language)}</Link>
          <div className="second-line">{gateway}</div>
        </>
      ),
    },
    {
      key: 'status',
      title: t('field.status'),
      render: ({ status }) => <StatusTag status={status} page="reconciliation" />,
    },
    {
      key: 'open',
      title: t('toDecide'),
      render: ({ differences: { proposed, executing, alerts }, status }) => {
        if (status !== 'completed') return '–'
        if (proposed + executing === 0) return <span className="status status-good">{t('allDecided')}</span>
        return (
          <>
            <span className="status status-wait">{t('count', { count: proposed + executing })}</span>{' '}
            {alerts > 0 && <span className="status status-bad">{t('alerts', { count: alerts })}</span>}
          </>
        )
      },
    },
    {
      key: 'lines',
      title: t('lines'),
      align: 'right',
      render: ({ lines }) => <span className="amount">{formatNumber(lines, language)}</span>,
    },
    { key: 'source', title: t('source.title'), render: ({ source }) => t(`source.${source}`) },
    { key: 'at', title: t('startedAt'), render: ({ startedAt }) => <Instant at={startedAt} /> },
    { key: 'by', title: t('startedBy'), render: ({ startedBy }) => <Actor of={startedBy} /> },
  ]
}

function Start() {
  const { t } = useTexts('reconciliation')
  const navigate = useNavigate()
  return (
    <ActionForm<Which>
      label={t('start.label')}
      button={{ type: 'primary', icon: <PlayCircleOutlined /> }}
      title={t('start.title')}
      lead={t('start.lead')}
      submit={t('start.submit')}
      done={t('start.done')}
      send={async ({ gateway, day }) => {
        const { id } = await recoup.post('/v1/reconciliations', { body: { gateway, date: day.format('YYYY-MM-DD') } })
        void navigate(`/reconciliation/${id}`)
      }}
    >
      <GatewayAndDay />
    </ActionForm>
  )
}
