/**
 * The texts of the console. `texts/{en,zh}.json` holds what several pages say (namespace `app`); each page has an
 * `en.json` and a `zh.json` of its own, its namespace is the name of its folder, and they are loaded with it.
 */
import i18next, { type TFunction } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { storedText } from './browser-storage.ts'

export const LANGUAGES = ['en', 'zh'] as const
export type Language = (typeof LANGUAGES)[number]
export type Texts = TFunction

const files = {
  ...import.meta.glob<{ default: object }>('./texts/*.json'),
  ...import.meta.glob<{ default: object }>('./pages/*/*.json'),
}

const storedLanguage = storedText('recoup.language')

function firstLanguage(): Language {
  const chosen = storedLanguage.read()
  if (chosen === 'en' || chosen === 'zh') return chosen
  return navigator.languages.find((each) => /^(zh|en)\b/.test(each))?.startsWith('zh') ? 'zh' : 'en'
}

async function read(language: Language, namespace: string): Promise<object> {
  const file = files[`./${namespace === 'app' ? 'texts' : `pages/${namespace}`}/${language}.json`]
  if (!file) throw new Error(`no texts of ${namespace} in ${language}`)
  return (await file()).default
}

/** Not by i18next's own loading: it takes what did not come for loaded. */
async function load(language: Language, namespace: string): Promise<void> {
  if (i18next.hasResourceBundle(language, namespace)) return
  i18next.addResourceBundle(language, namespace, await read(language, namespace))
}

/** Call before anything is shown. */
export async function startTexts(): Promise<void> {
  const language = firstLanguage()
  await i18next.use(initReactI18next).init({
    lng: language,
    supportedLngs: LANGUAGES,
    fallbackLng: false,
    ns: ['app'],
    defaultNS: 'app',
    resources: { [language]: { app: (await read(language, 'app')) as Record<string, string> } },
    interpolation: { escapeValue: false },
    returnEmptyString: false,
    saveMissing: true,
    // Tests of the console fail on what is written to the browser's console.
    missingKeyHandler: (languages, namespace, key) =>
      console.error(`no text ${namespace}:${key} in ${languages.join(', ')}`),
  })
  document.documentElement.lang = tagOf(currentLanguage())
}

export function currentLanguage(): Language {
  return i18next.language as Language
}

/** For when the console is loaded next. */
export function keepLanguage(language: Language): void {
  storedLanguage.write(language)
}

/** Once all texts that are there in the language of the page are there in the other; rejects, and switches nothing, where they do not come. */
export async function switchLanguage(language: Language): Promise<void> {
  const missing = () =>
    Object.keys(i18next.store.data[currentLanguage()] ?? {}).filter(
      (each) => !i18next.hasResourceBundle(language, each),
    )
  // A page may load its own meanwhile.
  while (missing().length > 0) await Promise.all(missing().map((each) => load(language, each)))
  await i18next.changeLanguage(language)
  keepLanguage(language)
  document.documentElement.lang = tagOf(language)
}

/** Loads the texts of a page with its code. */
export async function loadTexts(page: string): Promise<void> {
  const language = currentLanguage()
  await load(language, page)
  // Switched meanwhile: before anybody could know that these are needed as well.
  if (currentLanguage() !== language) await loadTexts(page)
}

/** The tag that `Intl` and the page itself go by. */
export function tagOf(language: Language): string {
  return language === 'zh' ? 'zh-CN' : 'en-US'
}

export interface PageTexts {
  readonly t: Texts
  /**
   * The word for a code of the API: `term('status', charge.status)`. A server newer than the console may have more of
   * them than it knows: those are shown as they are.
   */
  readonly term: (group: string, code: string) => string
  readonly language: Language
}

/**
 * The texts of a page, and those that all pages share: `t('filter.line')`.
 * Write keys out, or begin them with a written-out part (`` t(`step.${name}`) ``): a test looks for them.
 */
export function useTexts(page?: string): PageTexts {
  const { t, i18n } = useTranslation(page ? [page, 'app'] : 'app', { nsMode: 'fallback' })
  const term = (group: string, code: string): string => {
    const key = `${group}.${code}`
    return i18n.exists(key, { ns: page ? [page, 'app'] : 'app' }) ? t(key) : code
  }
  return { t: t as Texts, term, language: i18n.language as Language }
}
