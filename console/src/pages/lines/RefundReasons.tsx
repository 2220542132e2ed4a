import { Empty } from 'antd'
import { useMemo } from 'react'
import { useGet } from '../../api.ts'
import { signOf } from '../../format.ts'
import type { Period } from '../../period.ts'
import { useTexts } from '../../texts.ts'
import { Bars } from '../../ui/Bars.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Section } from '../../ui/Page.tsx'

interface Props {
  readonly line: string
  readonly period: Period
  readonly currency: string
}

/** The refunds of the line by reason. */
export function RefundReasons({ line, period: { from, to }, currency }: Props) {
  const { t, term, language } = useTexts('lines')
  const read = useGet('/v1/reports/refunds', { params: { query: { from, to, line } } }, { keepPrevious: true })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the texts depend on the language only
  const bars = useMemo(
    () =>
      (read.data?.reasons ?? [])
        .filter((each) => each.currency === currency && signOf(each.refunded) !== 0)
        .map(({ reason, refunded }) => ({ name: term('reason', reason), value: refunded })),
    [read.data, currency, language],
  )
  return (
    <Section title={t('refunds.title')}>
      <Loaded of={read}>
        {() =>
          bars.length > 0 ? (
            <Bars label={t('refunds.label', { currency })} bars={bars} currency={currency} />
          ) : (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('refunds.none')} />
          )
        }
      </Loaded>
    </Section>
  )
}
