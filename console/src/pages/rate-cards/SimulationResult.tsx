import type { Shapes } from '@recoup/sdk'
import { Alert, Flex, Statistic, Typography } from 'antd'
import { useMemo } from 'react'
import { formatMoney, formatNumber, signOf } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { Bars } from '../../ui/Bars.tsx'
import { RowsTable } from '../../ui/DataTable.tsx'
import { PartyLink } from '../../ui/links.tsx'
import { Money } from '../../ui/Money.tsx'

/** The result of a simulation: the totals, the parties that gain and lose, and the terms that cause it. */
export function SimulationResult({ simulation }: { readonly simulation: Shapes['Simulation'] }) {
  const { t, language } = useTexts('rate-cards')
  const { currency, total, leftOut, assumptions } = simulation
  const figure = (title: string, value: string) => (
    <Statistic
      title={title}
      valueRender={() => <span className="amount">{value}</span>}
      styles={{ content: { fontSize: 20 } }}
    />
  )
  return (
    <div style={{ marginTop: 20 }} data-testid="simulation">
      <Flex wrap gap="12px 40px">
        {figure(t('events'), formatNumber(total.events, language))}
        {figure(t('changed'), formatNumber(total.changed, language))}
        {figure(t('revenueBefore'), formatMoney(total.revenue.before, currency, language))}
        {figure(t('revenueAfter'), formatMoney(total.revenue.after, currency, language))}
        {figure(t('revenueChange'), formatMoney(total.revenue.change, currency, language, { signed: true }))}
      </Flex>
      <Parties simulation={simulation} />
      <Causes simulation={simulation} />
      {leftOut.map(({ code, line, product, count, detail }) => (
        <Alert
          key={`${code}${line}${product}`}
          type="warning"
          showIcon
          style={{ marginTop: 12 }}
          title={t('leftOut', { product: `${line}/${product}`, events: formatNumber(count, language) })}
          description={detail}
        />
      ))}
      <Typography.Title level={3} style={{ fontSize: 14, marginTop: 20 }}>
        {t('assumptions')}
      </Typography.Title>
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {assumptions.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  )
}

function Parties({ simulation: { gain, lose, currency } }: { readonly simulation: Shapes['Simulation'] }) {
  const { t } = useTexts('rate-cards')
  const parties = useMemo(
    () => [...gain, ...lose.toReversed()].filter((party) => party.currency === currency && signOf(party.change) !== 0),
    [gain, lose, currency],
  )
  const bars = useMemo(() => parties.map(({ party, change }) => ({ name: party, value: change })), [parties])
  if (parties.length === 0) return null
  return (
    <>
      <Typography.Title level={3} style={{ fontSize: 14, marginTop: 20 }}>
        {t('gainAndLose')}
      </Typography.Title>
      <div className="two-columns">
        <Bars label={t('gainAndLoseLabel')} bars={bars} currency={currency} diverging />
        <RowsTable
          rows={parties}
          rowKey={({ party }) => party}
          label={t('gainAndLose')}
          more={{ size: 'small' }}
          columns={[
            { key: 'party', title: t('field.party'), render: ({ party }) => <PartyLink party={party} /> },
            { key: 'events', title: t('events'), align: 'right', render: ({ events }) => events },
            {
              key: 'change',
              title: t('change.label'),
              align: 'right',
              render: ({ change }) => <Money amount={change} currency={currency} signed />,
            },
          ]}
        />
      </div>
    </>
  )
}

function Causes({ simulation: { causes, currency } }: { readonly simulation: Shapes['Simulation'] }) {
  const { t } = useTexts('rate-cards')
  if (causes.length === 0) return null
  return (
    <>
      <Typography.Title level={3} style={{ fontSize: 14, marginTop: 20 }}>
        {t('causes')}
      </Typography.Title>
      <RowsTable
        rows={causes}
        rowKey={({ line, product, text }) => `${line}/${product} ${text}`}
        label={t('causes')}
        more={{ size: 'small' }}
        columns={[
          { key: 'text', title: t('cause'), render: ({ text }) => text },
          { key: 'events', title: t('events'), align: 'right', render: ({ events }) => events },
          {
            key: 'revenue',
            title: t('revenueChange'),
            align: 'right',
            render: ({ revenue }) => <Money amount={revenue} currency={currency} signed />,
          },
        ]}
      />
    </>
  )
}
