import { Progress as Bar, Flex } from 'antd'
import { formatNumber } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { Figure } from '../../ui/Figure.tsx'
import { Section } from '../../ui/Page.tsx'
import { Legend, SplitBar } from '../../ui/SplitBar.tsx'
import type { Bulk } from './bulk.ts'

const COLORS = { refunded: '#2f8f4e', failed: '#c8501f', left: '#0b8a90', refused: '#b8860b', new: '#8c8c8c' } as const

/** The number of rows by outcome, as a bar and as figures. */
export function Progress({ bulk: { status, rows } }: { readonly bulk: Bulk }) {
  const { t, language } = useTexts('bulk-refunds')
  const { total, looked, ready, refused, refunded, failed, left } = rows
  const counts = { refunded, failed, left, refused, new: Math.max(0, total - ready - refused) }
  const parts = (Object.keys(COLORS) as (keyof typeof COLORS)[])
    .filter((key) => counts[key] > 0)
    .map((key) => ({
      key,
      name: t(`rows.${key}`),
      value: counts[key],
      text: formatNumber(counts[key], language),
      color: COLORS[key],
    }))
  const share = (part: number, whole: number) => (whole === 0 ? 0 : Math.floor((100 * part) / whole))
  return (
    <Section>
      <dl className="figures" style={{ marginTop: 0 }}>
        <Figure title={t('rows.total')} value={formatNumber(total, language)} />
        <Figure title={t('rows.left')} value={formatNumber(left, language)} />
        <Figure title={t('rows.refunded')} value={formatNumber(refunded, language)} />
        <Figure title={t('rows.refused')} value={formatNumber(refused, language)} />
        <Figure title={t('rows.failed')} value={formatNumber(failed, language)} />
      </dl>
      {(status === 'collecting' || status === 'previewing') && (
        <Flex vertical style={{ marginBottom: 8 }} role="status">
          {t(`doing.${status}`)}
          <Bar percent={share(looked, total)} status="active" aria-label={t(`doing.${status}`)} />
        </Flex>
      )}
      {(status === 'running' || status === 'paused') && (
        <Flex vertical style={{ marginBottom: 8 }} role="status">
          {t(`doing.${status}`)}
          <Bar
            percent={share(refunded + failed, ready)}
            status={status === 'running' ? 'active' : 'normal'}
            aria-label={t(`doing.${status}`)}
          />
        </Flex>
      )}
      <div style={{ height: 12 }} />
      <SplitBar label={t('rows.title')} parts={parts} />
      <Legend parts={parts} />
    </Section>
  )
}
