import { formatInstant } from '../format.ts'
import { useTexts } from '../texts.ts'
import { useTimeZone } from './time-zone.ts'

interface Props {
  /** RFC 3339. */
  readonly at: string
  readonly style?: 'long' | 'short' | 'day'
}

/** A moment in the tenant's time zone; the exact one when pointed at. */
export function Instant({ at, style = 'short' }: Props) {
  const { language } = useTexts()
  const timeZone = useTimeZone()
  return (
    <time dateTime={at} title={timeZone ? `${at} · ${timeZone}` : at} style={{ whiteSpace: 'nowrap' }}>
      {timeZone ? formatInstant(at, language, timeZone, style) : '…'}
    </time>
  )
}
