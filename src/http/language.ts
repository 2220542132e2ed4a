import type { Language } from '../language.ts'

/**
 * The response language by `Accept-Language`: Chinese if it is preferred to English, otherwise English.
 * Unreadable parts of the header are ignored.
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

/** The `q` of a language range: 0 to 1; 1 by default, 0 if it is unreadable. */
function weightOf(params: readonly string[]): number {
  const given = params.map((param) => param.trim()).find((param) => param.startsWith('q='))
  if (!given) return 1
  const weight = Number(given.slice(2))
  return weight >= 0 && weight <= 1 ? weight : 0
}
