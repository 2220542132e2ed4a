import { DatePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { instantOf, wallClock } from '../zone.ts'
import { useTimeZone } from './time-zone.ts'

interface Props {
  /** RFC 3339; undefined: none. */
  readonly value?: string | undefined
  readonly onChange?: (instant: string | undefined) => void
  readonly label: string
  readonly placeholder?: string
  /** Allows past instants only. */
  readonly past?: boolean
  readonly width?: number
}

/** A date and time in the tenant's time zone. The picker handles the local time only and knows no zone. */
export function MomentPicker({ value, onChange, label, placeholder = label, past = false, width = 220 }: Props) {
  const timeZone = useTimeZone()
  const shown = (instant: string | Date) => dayjs(wallClock(instant, timeZone!))
  const take = (moment: Dayjs | null) => onChange?.(moment ? instantOf(wallOf(moment), timeZone!) : undefined)
  return (
    <DatePicker
      showTime
      aria-label={label}
      placeholder={placeholder}
      disabled={!timeZone}
      value={value && timeZone ? shown(value) : null}
      {...(timeZone ? { showNow: false } : {})}
      disabledDate={(day) => past && timeZone !== undefined && day.isAfter(shown(new Date()))}
      onChange={(moment) => take(moment as Dayjs | null)}
      style={{ width }}
    />
  )
}

const wallOf = (moment: Dayjs) => moment.format('YYYY-MM-DDTHH:mm:ss')
