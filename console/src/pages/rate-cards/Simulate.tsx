import { ExperimentOutlined } from '@ant-design/icons'
import type { Shapes } from '@recoup/sdk'
import { Alert, Button, DatePicker, Flex, Typography } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { recoup, useSend } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { Section } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { useTimeZone } from '../../ui/time-zone.ts'
import { wallClock } from '../../zone.ts'
import type { Card } from './card-text.ts'
import { SimulationResult } from './SimulationResult.tsx'

const DAYS = 30
const TOP = 10

/** Simulates the draft on the events of a past period. */
export function Simulate({ card }: { readonly card: Card }) {
  const { t } = useTexts('rate-cards')
  const timeZone = useTimeZone()
  // Days in the tenant's time zone; the picker knows no zone.
  const today = timeZone ? dayjs(wallClock(new Date(), timeZone)) : dayjs()
  const [chosen, setChosen] = useState<[Dayjs, Dayjs]>()
  const period = chosen ?? [today.subtract(DAYS, 'day'), today]
  const simulate = useSend(
    async (body: Shapes['SimulationRequest']) => ({
      of: body.card,
      ...(await recoup.post('/v1/simulations', { body })),
    }),
    [],
  )
  const [from, to] = period
  const run = () =>
    simulate.mutate({
      card,
      from: from.format('YYYY-MM-DD'),
      to: to.add(1, 'day').format('YYYY-MM-DD'),
      top: TOP,
    })
  const stale = simulate.data !== undefined && simulate.data.of !== card
  return (
    <Section title={t('simulate')}>
      <Flex wrap gap={12} align="center">
        <DatePicker.RangePicker
          aria-label={t('period')}
          value={period as [Dayjs, Dayjs]}
          allowClear={false}
          disabledDate={(day) => day.isAfter(today, 'day')}
          onChange={(range) => range?.[0] && range[1] && setChosen([range[0], range[1]])}
        />
        <Button icon={<ExperimentOutlined />} loading={simulate.isPending} onClick={run}>
          {t('simulateRun')}
        </Button>
        <Typography.Text type="secondary">{t('simulateLead')}</Typography.Text>
      </Flex>
      {simulate.error && <ProblemAlert error={simulate.error} style={{ marginTop: 12 }} />}
      {stale && <Alert type="warning" showIcon title={t('simulateStale')} style={{ marginTop: 12 }} />}
      {simulate.data && <SimulationResult simulation={simulate.data} />}
    </Section>
  )
}
