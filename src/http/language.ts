import type { Language } from '../language.ts'

/**
 * The language to answer in, from an `Accept-Language` header: Chinese when it is preferred to English, else English.
 * Anything unreadable in the header is passed over.
 */
export function preferredLanguage(header: string | undefined): Language {
  if (header === undefined || header.length > 500) return 'en'
  let chosen: Language = 'en'
  let best = 0
  for (const part of header.split(',')) {
    const [tag = '', ...params] = part.trim().toLowerCase().split(';')
    const language = /^zh(-|$)/.test(tag) ? 'zh' : /^en(-|$)/.test(tag) ? 'en' : undefined
    if (!language) continue
    const weight = weightOf(params)
    if (weight > best) {
      best = weight
      chosen = language
    }
  }
  return chosen
}

/** The `q` of a language range: 0 … 1, 1 where none is given, 0 where it cannot be read. */
function weightOf(params: readonly string[]): number {
  const given = params.map((param) => param.trim()).find((param) => param.startsWith('q='))
  if (!given) return 1
  const weight = Number(given.slice(2))
  return weight >= 0 && weight <= 1 ? weight : 0
}
