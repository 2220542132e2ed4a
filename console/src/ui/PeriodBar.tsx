/** The period, steps and currency of a report page, stored in the URL. */
import { DatePicker, Segmented, Select } from 'antd'
import dayjs from 'dayjs'
import { useMe } from '../api.ts'
import {
  addDays,
  isPeriod,
  type Period,
  PRESETS,
  type Preset,
  periodOf,
  type Step,
  stepsOf,
  todayIn,
  usualStep,
} from '../period.ts'
import { useTexts } from '../texts.ts'
import { FilterBar, type Filters, useFilters } from './filters.tsx'

const NAMES = ['period', 'from', 'to', 'by', 'currency'] as const
const USUAL: Preset = 'last-30-days'

export interface ChosenPeriod {
  /** Undefined until the tenant's time zone is known. */
  readonly period: Period | undefined
  /** Undefined for a custom range. */
  readonly preset: Preset | undefined
  readonly step: Step
  /** The currency in the URL; it may be one without any activity. */
  readonly currency: string | undefined
  readonly filters: Filters<(typeof NAMES)[number]>
}

/** The chosen period; its days are days of the tenant's time zone. */
export function usePeriod(): ChosenPeriod {
  const filters = useFilters(NAMES)
  const timeZone = useMe().data?.tenant.timeZone
  const { from, to, by, currency } = filters.values
  const own = isPeriod({ from: from ?? '', to: to ?? '' }) ? { from: from!, to: to! } : undefined
  const preset = own ? undefined : (PRESETS.find((each) => each === filters.values.period) ?? USUAL)
  const period = own ?? (timeZone ? periodOf(preset!, todayIn(timeZone)) : undefined)
  const steps = period ? stepsOf(period) : []
  const step = steps.find((each) => each === by) ?? (period ? usualStep(period) : 'day')
  return { period, preset, step, currency, filters }
}

interface Props {
  readonly of: ChosenPeriod
  /** The currencies with activity. With a single one, no choice is shown. */
  readonly currencies: readonly string[]
  /** The displayed currency. */
  readonly currency: string | undefined
}

export function PeriodBar({ of: { period, preset, filters }, currencies, currency }: Props) {
  const { t } = useTexts()
  return (
    <FilterBar of={filters}>
      <Select
        aria-label={t('period.label')}
        value={preset ?? 'own'}
        style={{ width: 170 }}
        options={[
          ...PRESETS.map((value) => ({ value, label: t(`period.preset.${value}`) })),
          ...(preset ? [] : [{ value: 'own', label: t('period.own') }]),
        ]}
        onChange={(value) => filters.set({ period: value, from: undefined, to: undefined, by: undefined })}
      />
      <DatePicker.RangePicker
        aria-label={t('period.own')}
        allowClear={false}
        style={{ width: 260 }}
        value={period ? [dayjs(period.from), dayjs(period.to).subtract(1, 'day')] : null}
        onChange={(range) => {
          const [first, last] = range ?? []
          if (!first || !last) return
          filters.set({
            period: undefined,
            by: undefined,
            from: first.format('YYYY-MM-DD'),
            to: addDays(last.format('YYYY-MM-DD'), 1),
          })
        }}
      />
      {currencies.length > 1 && (
        <Select
          aria-label={t('field.currency')}
          value={currency}
          style={{ width: 110 }}
          options={currencies.map((value) => ({ value, label: value }))}
          onChange={(value) => filters.set({ currency: value })}
        />
      )}
    </FilterBar>
  )
}

/** A choice of day, week and month, as far as they suit the period. */
export function StepChoice({ of: { period, step, filters } }: { readonly of: ChosenPeriod }) {
  const { t } = useTexts()
  const steps = period ? stepsOf(period) : []
  if (steps.length < 2) return null
  return (
    <Segmented
      size="small"
      aria-label={t('period.step.label')}
      value={step}
      options={steps.map((value) => ({ value, label: t(`period.step.${value}`) }))}
      onChange={(value) => filters.set({ by: value })}
    />
  )
}
