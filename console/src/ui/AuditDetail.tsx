import type { Shapes } from '@recoup/sdk'
import { formatMoney } from '../format.ts'
import { type PageTexts, useTexts } from '../texts.ts'
import { scopeInWords } from './scope.ts'

type Entry = Shapes['AuditEntry']
type Fields = Readonly<Record<string, unknown>>

/** The details of an entry as recorded; of values before and after, those that changed. */
export function AuditDetail({ detail }: { readonly detail: Entry['detail'] }) {
  const texts = useTexts()
  const pairs = pairsOf(detail, texts)
  if (pairs.length === 0) return '–'
  return (
    <dl className="detail-pairs">
      {pairs.map(([name, value]) => (
        <div key={name}>
          <dt>{texts.term('auditDetail', name)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function pairsOf({ before, after, ...more }: Fields, texts: PageTexts): [name: string, value: string][] {
  const plain = (fields: Fields) =>
    Object.entries(fields)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]): [string, string] => [name, written(name, value, texts)])
  if (!isFields(before) || !isFields(after)) {
    return plain({ ...more, ...(isFields(before) ? { before } : {}), ...(isFields(after) ? after : {}) })
  }
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  const changes = changed.map((name): [string, string] => [
    name,
    `${written(name, before[name], texts)} → ${written(name, after[name], texts)}`,
  ])
  return [...changes, ...plain(more).filter(([name]) => !changed.includes(name))]
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Formats amounts, lists and nested values; other values are shown as recorded. */
function written(name: string, value: unknown, texts: PageTexts): string {
  const { t, term, language } = texts
  if (value === null || value === undefined) return '–'
  if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no')
  if (typeof value === 'string') return inWords(name, value, term)
  if (Array.isArray(value)) return value.map((each) => written(name, each, texts)).join(t('comma'))
  if (!isFields(value)) return JSON.stringify(value)
  const { amount, currency, ...more } = value
  if (typeof amount === 'string' && typeof currency === 'string' && Object.keys(more).length === 0) {
    return formatMoney(amount, currency, language)
  }
  return Object.entries(value)
    .map(([inner, each]) => `${term('auditDetail', inner)} ${written(inner, each, texts)}`)
    .join(t('comma'))
}

/** The word for a code, depending on the detail it belongs to; any other text unchanged. */
function inWords(name: string, code: string, term: PageTexts['term']): string {
  if (name === 'by') return term('auditWay', code)
  if (name === 'reason') return term('auditRefusal', code)
  if (name === 'scopes') return scopeInWords(code, term)
  return name === 'role' || name === 'from' || name === 'to' ? term('role', code) : code
}
