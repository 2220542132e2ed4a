import { RollbackOutlined } from '@ant-design/icons'
import type { Charge as ChargeShape, Refund } from '@recoup/sdk'
import { Button, Descriptions, Flex, Statistic, Typography } from 'antd'
import { useMemo, useState } from 'react'
import { Link, useParams } from 'react-router'
import { useGet, useLineTitle, useMay, useMe, useProductTitles } from '../../api.ts'
import { formatMoney, signOf } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { AuditTrail } from '../../ui/AuditTrail.tsx'
import { Explanation } from '../../ui/Explanation.tsx'
import { Flow } from '../../ui/Flow.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { PartyLink } from '../../ui/links.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { PendingPage } from '../../ui/PendingPage.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { ComponentsTable } from './ComponentsTable.tsx'
import { flowsOf } from './flows.ts'
import { Receipt } from './Receipt.tsx'
import { RefundDrawer } from './RefundDrawer.tsx'
import { RefundHistory } from './RefundHistory.tsx'

/** The largest page of the API; a charge has at most a few dozen refunds. */
const REFUNDS = 200

export default function Charge() {
  const { charge = '' } = useParams()
  const { t } = useTexts('charges')
  const read = useGet('/v1/charges/{charge}', { params: { path: { charge } } })
  if (!read.data) {
    return <PendingPage of={read} title={t('charge.title')} back={{ to: '/charges', label: t('title') }} rows={10} />
  }
  return <ChargeView charge={read.data} />
}

function ChargeView({ charge }: { readonly charge: ChargeShape }) {
  const { t, language } = useTexts('charges')
  const [refunding, setRefunding] = useState(false)
  const may = useMay()
  const party = useMe().data?.party ?? null
  // The same rule as on the server: a payee may refund its charge, a payer may not refund its own payment.
  const mayRefund = may('refunds:read') && may('refunds:write') && (party === null || party === charge.payee)
  const path = { charge: charge.id }
  const refunds = useGet('/v1/refunds', { params: { query: { ...path, limit: REFUNDS } } })
  const explanation = useGet('/v1/charges/{charge}/explanation', { params: { path } })
  const refundable = signOf(charge.refundable.amount) > 0
  return (
    <Page
      title={formatMoney(charge.amount.amount, charge.amount.currency, language)}
      tag={<StatusTag status={charge.status} />}
      lead={<span className="mono">{charge.id}</span>}
      back={{ to: '/charges', label: t('title') }}
      actions={
        <>
          <Receipt charge={charge.id} />
          {may('requests:write') && (
            <Link to={`/refund-requests/new?charge=${charge.id}`}>
              <Button disabled={!refundable} tabIndex={-1}>
                {t('charge.request')}
              </Button>
            </Link>
          )}
          {mayRefund && (
            <Button
              type="primary"
              icon={<RollbackOutlined />}
              disabled={!refundable}
              onClick={() => setRefunding(true)}
              title={refundable ? undefined : t('charge.nothingLeft')}
            >
              {t('charge.refund')}
            </Button>
          )}
        </>
      }
    >
      <Facts charge={charge} />
      <Section title={t('charge.flow')}>
        <Flows charge={charge} refunds={refunds.data?.data ?? []} />
      </Section>
      <div className="two-columns">
        <Section title={t('charge.components')} flush>
          <ComponentsTable charge={charge} refunds={refunds.data?.data ?? []} />
        </Section>
        <Section title={t('charge.explanation')}>
          <Loaded of={explanation}>{(data) => <Explanation explanation={data} />}</Loaded>
        </Section>
      </div>
      <Section title={t('charge.history')} flush>
        <Loaded of={refunds}>{({ data }) => <RefundHistory charge={charge} refunds={data} />}</Loaded>
      </Section>
      <AuditTrail subject={charge.id} />
      {mayRefund && <RefundDrawer charge={charge} open={refunding} onClose={() => setRefunding(false)} />}
    </Page>
  )
}

function Facts({ charge }: { readonly charge: ChargeShape }) {
  const { t, language } = useTexts('charges')
  const products = useProductTitles()
  const lineTitle = useLineTitle()
  const product = products.find(({ line, id }) => line === charge.line && id === charge.product)
  const sums = (['amount', 'refunded', 'pending', 'disputed', 'refundable'] as const).filter(
    (name) => !['pending', 'disputed'].includes(name) || signOf(charge[name].amount) !== 0,
  )
  return (
    <Section>
      <Flex wrap gap="12px 40px" style={{ marginBottom: 16 }}>
        {sums.map((name) => (
          <Statistic
            key={name}
            title={t(`sum.${name}`)}
            valueRender={() => (
              <span className="amount">{formatMoney(charge[name].amount, charge[name].currency, language)}</span>
            )}
            styles={{ content: { fontSize: 20 } }}
          />
        ))}
      </Flex>
      <Descriptions
        size="small"
        column={{ xs: 1, sm: 2, lg: 3, xl: 4 }}
        items={[
          { key: 'payer', label: t('field.payer'), children: <PartyLink party={charge.payer} /> },
          { key: 'payee', label: t('field.payee'), children: charge.payee ? <PartyLink party={charge.payee} /> : '–' },
          { key: 'line', label: t('field.line'), children: lineTitle(charge.line) },
          { key: 'product', label: t('field.product'), children: product?.title[language] ?? charge.product },
          { key: 'reference', label: t('field.reference'), children: charge.reference ?? '–' },
          { key: 'time', label: t('field.time'), children: <Instant at={charge.effectiveAt} /> },
          {
            key: 'prices',
            label: t('charge.pricedBy'),
            children: charge.contract
              ? t('charge.byContract', { version: charge.rateCard, contract: charge.contract })
              : t('charge.byCard', { version: charge.rateCard }),
          },
          {
            key: 'window',
            label: t('charge.policy'),
            children:
              charge.refundPolicy.windowDays === null
                ? t('charge.windowNone')
                : t('charge.window', { count: charge.refundPolicy.windowDays }),
          },
          ...Object.entries(charge.metadata).map(([name, value]) => ({
            key: `m-${name}`,
            label: name,
            children: value,
          })),
        ]}
      />
    </Section>
  )
}

function Flows({ charge, refunds }: { readonly charge: ChargeShape; readonly refunds: readonly Refund[] }) {
  const { t, term, language } = useTexts('charges')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the texts depend on the language only
  const flows = useMemo(() => flowsOf(charge, refunds, (kind) => term('kind', kind)), [charge, refunds, language])
  return flows.map(({ currency, links, back }) => (
    <div key={currency}>
      {flows.length > 1 && (
        <Typography.Title level={3} style={{ fontSize: 14 }}>
          {currency}
        </Typography.Title>
      )}
      <Flow
        label={t(back.length > 0 ? 'charge.flowLabelBack' : 'charge.flowLabel', { currency })}
        links={links}
        back={back}
        currency={currency}
      />
    </div>
  ))
}
