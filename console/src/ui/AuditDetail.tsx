import type { Shapes } from '@recoup/sdk'
import { formatMoney } from '../format.ts'
import { type Language, type PageTexts, useTexts } from '../texts.ts'
import { scopeInWords } from './scope.ts'

type Entry = Shapes['AuditEntry']

/** The details of an entry as recorded, such as the values before and after. */
export function AuditDetail({ detail }: { readonly detail: Entry['detail'] }) {
  const { t, term, language } = useTexts()
  const pairs = Object.entries(detail).filter(([, value]) => value !== null && value !== undefined)
  if (pairs.length === 0) return '–'
  return (
    <dl className="detail-pairs">
      {pairs.map(([name, value]) => (
        <div key={name}>
          <dt>{term('auditDetail', name)}</dt>
          <dd>
            {typeof value === 'boolean'
              ? t(value ? 'audit.yes' : 'audit.no')
              : written(value, language, (code) => inWords(name, code, term))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The word for a code, depending on the detail it belongs to; any other text unchanged. */
function inWords(name: string, code: string, term: PageTexts['term']): string {
  if (name === 'by') return term('auditWay', code)
  if (name === 'reason') return term('auditRefusal', code)
  if (name === 'scopes') return scopeInWords(code, term)
  return name === 'role' || name === 'from' || name === 'to' ? term('role', code) : code
}

/** Formats amounts and lists; other values are shown as recorded. */
function written(value: unknown, language: Language, word: (text: string) => string): string {
  if (typeof value === 'string') return word(value)
  if (Array.isArray(value)) return value.map((each) => written(each, language, word)).join(', ')
  if (typeof value === 'object' && value !== null) {
    const { amount, currency, ...more } = value as Record<string, unknown>
    if (typeof amount === 'string' && typeof currency === 'string' && Object.keys(more).length === 0) {
      return formatMoney(amount, currency, language)
    }
  }
  return JSON.stringify(value)
}
