/** The layout of all pages for payers, and the form for number and secret. */
import type { Language } from '../../../language.ts'
import { Html, html, type Piece } from './html.ts'
import { STYLE } from './style.ts'
import { texts } from './texts.ts'

export interface Frame {
  readonly language: Language
  /** Path of the current page; the language switch appends the language. */
  readonly path: string
}

const LANGUAGE_TAGS: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' }

export function layout({ language, path }: Frame, content: Piece): string {
  const t = texts[language]
  const other = language === 'zh' ? 'en' : 'zh'
  const page = html`<!doctype html>
<html lang="${LANGUAGE_TAGS[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<title>${t.title}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<a class="skip" href="#content">${t.skip}</a>
<header><p>${t.title}</p><a href="${path}?lang=${other}" hreflang="${LANGUAGE_TAGS[other]}" lang="${LANGUAGE_TAGS[other]}">${t.otherLanguage}</a></header>
<main id="content">${content}</main>
</body>
</html>
`
  return page.toString()
}

export function refusal(language: Language, text: string | null): Piece {
  if (text === null) return null
  return html`<section class="refusal" role="alert"><h2>${texts[language].error}</h2><p>${text}</p></section>`
}

/** The form for number and secret. It never repeats typed input, because the page would then contain the secret. */
export function entryPage(frame: Frame, page: string, error: string | null): string {
  const { language } = frame
  const t = texts[language]
  const typed = html`class="typed" required maxlength="100" autocomplete="off" autocapitalize="characters" spellcheck="false"`
  return layout(
    frame,
    html`${refusal(language, error)}
<section>
<h1>${t.intro}</h1>
<form method="post" action="${page}?lang=${language}">
<div class="field"><label for="number">${t.number}</label><span class="hint" id="number-hint">${t.numberHint}</span>
<input type="text" id="number" name="number" aria-describedby="number-hint" ${typed}></div>
<div class="field"><label for="secret">${t.secret}</label><span class="hint" id="secret-hint">${t.secretHint}</span>
<input type="text" id="secret" name="secret" aria-describedby="secret-hint" ${typed}></div>
<button type="submit">${t.open}</button>
</form>
</section>`,
  )
}
