import type { Shapes } from '@recoup/sdk'
import { Empty } from 'antd'
import { Link } from 'react-router'
import { useGet } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { AgeBar, AgeLegend } from '../../ui/AgeBar.tsx'
import { useCanOpen } from '../../ui/can-open.ts'
import { Rounded } from '../../ui/Figure.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Section } from '../../ui/Page.tsx'

/** The current debts by age, independent of the period. */
export function Debts() {
  const { t } = useTexts('overview')
  const canOpen = useCanOpen()
  const read = useGet('/v1/reports/debts', { params: { query: { limit: 1 } } })
  return (
    <Section title={t('debts.title')} extra={canOpen('/debts') && <Link to="/debts">{t('debts.all')}</Link>}>
      <Loaded of={read}>
        {({ totals }) =>
          totals.length === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('debts.none')} />
          ) : (
            <>
              {totals.map((total) => (
                <Total key={`${total.kind} ${total.currency}`} total={total} />
              ))}
              <AgeLegend />
            </>
          )
        }
      </Loaded>
    </Section>
  )
}

function Total({ total }: { readonly total: Shapes['DebtReport']['totals'][number] }) {
  const { t } = useTexts('overview')
  const { kind, currency, amount, parties, ages } = total
  return (
    <div className="debt">
      <div className="debt-head">
        <span>{t(`debts.${kind}`, { count: parties })}</span>
        <b>
          <Rounded amount={amount} currency={currency} />
        </b>
      </div>
      <AgeBar label={t(`debts.${kind}`, { count: parties })} ages={ages} currency={currency} />
    </div>
  )
}
