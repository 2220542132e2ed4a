import { formatNumber } from '../../format.ts'
import { useTexts } from '../../texts.ts'

/** Form rules for a whole number. A number out of bounds is reported, never corrected silently. */
export function useWholeNumber() {
  const { t, language } = useTexts('settings')
  return (from: number, to: number) => {
    const message = t('wholeNumber', { from: formatNumber(from, language), to: formatNumber(to, language) })
    return [{ required: true, type: 'integer' as const, min: from, max: to, message }]
  }
}
