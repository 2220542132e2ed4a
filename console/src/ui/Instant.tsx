import { formatInstant } from '../format.ts'
import { useTexts } from '../texts.ts'
import { useTimeZone } from './time-zone.ts'

interface Props {
  /** RFC 3339. */
  readonly at: string
  readonly style?: 'long' | 'short' | 'day'
}

/** An instant in the tenant's time zone, with the exact instant as a tooltip. */
export function Instant({ at, style = 'short' }: Props) {
  const { language } = useTexts()
  const timeZone = useTimeZone()
  return (
    <time dateTime={at} title={timeZone ? `${at} · ${timeZone}` : at} style={{ whiteSpace: 'nowrap' }}>
      {timeZone ? formatInstant(at, language, timeZone, style) : '…'}
    </time>
  )
}
