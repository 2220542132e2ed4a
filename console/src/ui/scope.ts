import type { PageTexts } from '../texts.ts'

/** A scope in words: `charges:write` as "Charges · Write". */
export function scopeInWords(scope: string, term: PageTexts['term']): string {
  const [thing = '', doing = ''] = scope.split(':')
  return `${term('thing', thing)} · ${term('doing', doing)}`
}
