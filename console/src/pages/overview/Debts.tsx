import type { Shapes } from '@recoup/sdk'
import { Empty } from 'antd'
import { Link } from 'react-router'
import { useGet } from '../../api.ts'
import { formatMoney } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { Rounded } from '../../ui/Figure.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Section } from '../../ui/Page.tsx'
import { Legend, SplitBar } from '../../ui/SplitBar.tsx'
import { useMayGo } from './useMayGo.ts'

const AGES = ['upTo30', 'upTo60', 'upTo90', 'older'] as const
/** The older, the hotter. */
const HEAT = { upTo30: '#8fbf9f', upTo60: '#d9b44a', upTo90: '#dd8a3c', older: '#c0392b' } as const

/** What is owed now, whatever the period: by how long. */
export function Debts() {
  const { t } = useTexts('overview')
  const mayGo = useMayGo()
  const read = useGet('/v1/reports/debts', { params: { query: { limit: 1 } } })
  return (
    <Section title={t('debts.title')} extra={mayGo('/debts') && <Link to="/debts">{t('debts.all')}</Link>}>
      <Loaded of={read}>
        {({ totals }) =>
          totals.length === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('debts.none')} />
          ) : (
            <>
              {totals.map((total) => (
                <Total key={`${total.kind} ${total.currency}`} total={total} />
              ))}
              <Legend parts={AGES.map((age) => ({ key: age, name: t(`debts.age.${age}`), color: HEAT[age] }))} />
            </>
          )
        }
      </Loaded>
    </Section>
  )
}

function Total({ total }: { readonly total: Shapes['DebtReport']['totals'][number] }) {
  const { t, language } = useTexts('overview')
  const { kind, currency, amount, parties, ages } = total
  return (
    <div className="debt">
      <div className="debt-head">
        <span>{t(`debts.${kind}`, { count: parties })}</span>
        <b>
          <Rounded amount={amount} currency={currency} />
        </b>
      </div>
      <SplitBar
        label={t(`debts.${kind}`, { count: parties })}
        parts={AGES.map((age) => ({
          key: age,
          name: t(`debts.age.${age}`),
          value: Number(ages[age]),
          text: formatMoney(ages[age], currency, language, { places: 2 }),
          color: HEAT[age],
        }))}
      />
    </div>
  )
}
