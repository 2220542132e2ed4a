import type { Shapes } from '@recoup/sdk'
import { Link, useNavigate } from 'react-router'
import { recoup, useMay } from '../../api.ts'
import { formatDay, formatNumber } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { Money } from '../../ui/Money.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { Gap } from './FundBill.tsx'
import { UploadBill } from './UploadBill.tsx'

/** The fund-flow bills: each day's movements of the account at a gateway. */
export default function FundBills() {
  const { t } = useTexts('reconciliation')
  const may = useMay()
  const navigate = useNavigate()
  const columns = useColumns()
  return (
    <Page
      title={t('funds.title')}
      lead={t('funds.lead')}
      back={{ to: '/reconciliation', label: t('title') }}
      actions={
        may('settlement:write') && (
          <UploadBill
            label={t('upload.label')}
            title={t('funds.upload')}
            lead={t('funds.uploadLead')}
            send={async (query, body) => {
              const { id } = await recoup.post('/v1/fund-bills', { params: { query }, body })
              void navigate(`/reconciliation/funds/${id}`)
            }}
          />
        )
      }
    >
      <Section flush>
        <DataTable
          path="/v1/fund-bills"
          columns={columns}
          rowKey={({ id }) => id}
          label={t('funds.title')}
          empty={t('funds.none')}
        />
      </Section>
    </Page>
  )
}

function useColumns(): Column<Shapes['FundBill']>[] {
  const { t, language } = useTexts('reconciliation')
  return [
    {
      key: 'day',
      title: t('day'),
      render: ({ id, date, gateway }) => (
        <>
          <Link to={`/reconciliation/funds/${id}`}>{formatDay(date, language)}</Link>
          <div className="second-line">{gateway}</div>
        </>
      ),
    },
    {
      key: 'closing',
      title: t('funds.closing'),
      align: 'right',
      render: ({ closing }) => (closing ? <Money {...closing} strong /> : '–'),
    },
    { key: 'differences', title: t('differences'), render: (bill) => <Differing of={bill} /> },
    { key: 'gap', title: t('funds.gap'), render: ({ gap }) => <Gap of={gap} /> },
    {
      key: 'movements',
      title: t('funds.movements'),
      align: 'right',
      render: ({ movements }) => <span className="amount">{formatNumber(movements, language)}</span>,
    },
  ]
}

function Differing({ of: { classes } }: { readonly of: Shapes['FundBill'] }) {
  const { t } = useTexts('reconciliation')
  const count = classes
    .filter(({ class: of }) => of !== 'matched' && of !== 'other')
    .reduce((sum, each) => sum + each.count, 0)
  if (count === 0) return <span className="status status-good">{t('funds.explained')}</span>
  return <span className="status status-bad">{t('count', { count })}</span>
}
