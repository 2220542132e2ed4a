/**
 * Instants in texts for people: data has them as RFC 3339 in UTC, texts in a time zone and in the format of the
 * language.
 */
import type { Language } from './language.ts'

/** Names of parameters that are instants; other text that looks like one was typed by a user and is not changed. */
const NAMES = /^(at|begins|ends|deadline|until)$|At$/
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-US', zh: 'zh-CN' }
const formats = new Map<string, Intl.DateTimeFormat>()

/** Returns a parameter as text for people if it is an instant; anything else unchanged. @param zone IANA name */
export function instantText<Value>(name: string, value: Value, zone: string, language: Language): Value | string {
  if (typeof value !== 'string' || !NAMES.test(name) || !INSTANT.test(value)) return value
  const at = Date.parse(value)
  return Number.isNaN(at) ? value : write(at, formatOf(zone, language))
}

/** Formats an instant with the offset at the end; Chinese would have it between day and time. */
function write(at: number, format: Intl.DateTimeFormat): string {
  const parts = format.formatToParts(at)
  const offset = parts.find(({ type }) => type === 'timeZoneName')!.value
  const rest = parts.map(({ type, value }) => (type === 'timeZoneName' ? '' : value)).join('')
  return `${rest.replace(/\s+/g, ' ').trim()} ${offset}`
}

function formatOf(zone: string, language: Language): Intl.DateTimeFormat {
  const key = `${language} ${zone}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(LOCALES[language], {
      ...{ year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
      ...{ timeZone: zone, timeZoneName: 'shortOffset' },
    })
    formats.set(key, format)
  }
  return format
}
