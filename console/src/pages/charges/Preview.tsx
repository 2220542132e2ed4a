import type { Charge, RefundPreview } from '@recoup/sdk'
import { Alert, Descriptions, Typography } from 'antd'
import { formatMoney } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { Explanation } from '../../ui/Explanation.tsx'
import { Money } from '../../ui/Money.tsx'
import { TransfersTable } from './TransfersTable.tsx'

interface Props {
  readonly preview: RefundPreview
  readonly charge: Charge
}

/** The preview of a refund: the amount, the transfers, the shortfalls and the calculation. */
export function Preview({ preview, charge }: Props) {
  const { t, language } = useTexts('charges')
  const { amount, refundableAfter, items, transfers, shortages, explanation } = preview
  const moved = items.filter((item) => /[1-9]/.test(item.amount.amount))
  return (
    <div data-testid="refund-preview">
      <Descriptions
        size="small"
        column={1}
        bordered
        items={[
          {
            key: 'payer',
            label: t('refund.getsBack', { payer: charge.payer }),
            children: <Money {...amount} strong />,
          },
          { key: 'after', label: t('refund.after'), children: <Money {...refundableAfter} /> },
          ...(charge.items.length > 1
            ? moved.map((item) => ({
                key: `item-${item.id}`,
                label: t('refund.item', { item: item.id, quantity: item.quantity }),
                children: <Money {...item.amount} />,
              }))
            : []),
        ]}
      />
      {shortages.map(({ account, mode, amount: lacking }) => (
        <Alert
          key={account}
          type="warning"
          showIcon
          style={{ marginTop: 12 }}
          title={t(`shortage.${mode}`, {
            account,
            amount: formatMoney(lacking.amount, lacking.currency, language),
          })}
        />
      ))}
      <Typography.Title level={3} style={{ fontSize: 14, marginTop: 20 }}>
        {t('refund.transfers')}
      </Typography.Title>
      <TransfersTable transfers={transfers} />
      <Typography.Title level={3} style={{ fontSize: 14, marginTop: 20 }}>
        {t('refund.why')}
      </Typography.Title>
      <Explanation explanation={explanation} />
    </div>
  )
}
