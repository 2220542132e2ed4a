/** The filters of a list, stored in the URL so that a filtered list can be shared. */
import { Button, DatePicker, Flex, Input, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { useTexts } from '../texts.ts'
import { instantOf, wallClock } from '../zone.ts'
import { useTimeZone } from './time-zone.ts'

export interface Filters<Name extends string> {
  readonly values: Readonly<Partial<Record<Name, string>>>
  set(changes: Readonly<Partial<Record<Name, string | undefined>>>): void
  clear(): void
}

export function useFilters<const Name extends string>(names: readonly Name[]): Filters<Name> {
  const [search, setSearch] = useSearchParams()
  const values: Partial<Record<Name, string>> = {}
  for (const name of names) {
    const value = search.get(name)
    if (value) values[name] = value
  }
  const change = (changes: Readonly<Partial<Record<Name, string | undefined>>>) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        for (const [name, value] of Object.entries(changes) as [Name, string | undefined][]) {
          if (value) next.set(name, value)
          else next.delete(name)
        }
        return next
      },
      { replace: true },
    )
  return {
    values,
    set: change,
    clear: () => change(Object.fromEntries(names.map((name) => [name, undefined])) as Record<Name, undefined>),
  }
}

/** A row of filters with a button that clears them; stacked on a phone. */
export function FilterBar<Name extends string>(props: { readonly of: Filters<Name>; readonly children: ReactNode }) {
  const { t } = useTexts()
  const { values, clear } = props.of
  return (
    <search>
      <Flex wrap gap={8} align="center" className="filters">
        {props.children}
        {Object.keys(values).length > 0 && (
          <Button type="link" onClick={clear}>
            {t('filter.clear')}
          </Button>
        )}
      </Flex>
    </search>
  )
}

interface FieldProps<Name extends string> {
  /** For a long label. */
  readonly wide?: boolean
  readonly of: Filters<Name>
  readonly name: Name
  readonly label: string
}

/** A text filter, applied on Enter and on blur. */
export function TextFilter<Name extends string>({ of, name, label, wide = false }: FieldProps<Name>) {
  const take = (value: string) => value.trim() !== (of.values[name] ?? '') && of.set({ [name]: value.trim() } as never)
  return (
    <Input
      key={of.values[name] ?? ''}
      aria-label={label}
      placeholder={label}
      defaultValue={of.values[name]}
      allowClear
      className={wide ? 'filter filter-wide' : 'filter'}
      onPressEnter={({ currentTarget }) => take(currentTarget.value)}
      onBlur={({ currentTarget }) => take(currentTarget.value)}
      onClear={() => take('')}
    />
  )
}

interface ChoiceProps<Name extends string> extends FieldProps<Name> {
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** Called instead of setting the filter, if other filters change with it. */
  readonly onChange?: (value: string | undefined) => void
}

export function ChoiceFilter<Name extends string>({ of, name, label, options, onChange }: ChoiceProps<Name>) {
  return (
    <Select
      aria-label={label}
      placeholder={label}
      value={of.values[name]}
      options={[...options]}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      className="filter"
      onChange={(value?: string) => (onChange ? onChange(value) : of.set({ [name]: value } as never))}
    />
  )
}

/** A range of days in the tenant's time zone: from the start of the first to the end of the last. */
export function TimeFilter({ of }: { readonly of: Filters<'from' | 'to' | (string & {})> }) {
  const { t } = useTexts()
  const timeZone = useTimeZone()
  const { from, to } = of.values
  // The picker handles local dates only and knows no zone.
  const shown = (instant: string | undefined) =>
    instant && timeZone && !Number.isNaN(Date.parse(instant)) ? dayjs(wallClock(instant, timeZone)) : null
  const midnight = (day: Dayjs | null | undefined) =>
    day && instantOf(`${day.format('YYYY-MM-DD')}T00:00:00`, timeZone!)
  return (
    <DatePicker.RangePicker
      value={[shown(from), shown(to)?.subtract(1, 'second') ?? null]}
      disabled={!timeZone}
      allowEmpty={[true, true]}
      placeholder={[t('filter.from'), t('filter.to')]}
      aria-label={t('field.time')}
      className="filter-time"
      onChange={(range) =>
        of.set({
          from: midnight(range?.[0]) ?? undefined,
          to: midnight(range?.[1]?.add(1, 'day')) ?? undefined,
        })
      }
    />
  )
}
