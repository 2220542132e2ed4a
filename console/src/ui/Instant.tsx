import { formatInstant } from '../format.ts'
import { useTexts } from '../texts.ts'

interface Props {
  /** RFC 3339. */
  readonly at: string
  readonly style?: 'long' | 'short' | 'day'
}

/** A moment in the browser's time zone; the exact one when pointed at. */
export function Instant({ at, style = 'short' }: Props) {
  const { language } = useTexts()
  return (
    <time dateTime={at} title={at} style={{ whiteSpace: 'nowrap' }}>
      {formatInstant(at, language, style)}
    </time>
  )
}
