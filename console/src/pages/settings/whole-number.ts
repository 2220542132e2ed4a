import { formatNumber } from '../../format.ts'
import { useTexts } from '../../texts.ts'

/** Rules for a whole number: what is beyond its bounds is said, and never changed into something that nobody typed. */
export function useWholeNumber() {
  const { t, language } = useTexts('settings')
  return (from: number, to: number) => {
    const message = t('wholeNumber', { from: formatNumber(from, language), to: formatNumber(to, language) })
    return [{ required: true, type: 'integer' as const, min: from, max: to, message }]
  }
}
