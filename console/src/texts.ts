/**
 * The texts of the console. `texts/{en,zh}.json` has the texts that several pages share (namespace `app`). Each page has its own
 * `en.json` and `zh.json`, which load with the page; their namespace is the name of its folder.
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

/** Does not use i18next's own loading, which treats a failed load as loaded. */
async function load(language: Language, namespace: string): Promise<void> {
  if (i18next.hasResourceBundle(language, namespace)) return
  i18next.addResourceBundle(language, namespace, await read(language, namespace))
}

/** Call before rendering. */
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
    // The browser tests fail on messages in the browser's console.
    missingKeyHandler: (languages, namespace, key) =>
      console.error(`no text ${namespace}:${key} in ${languages.join(', ')}`),
  })
  document.documentElement.lang = tagOf(currentLanguage())
}

export function currentLanguage(): Language {
  return i18next.language as Language
}

/** Stores the language for the next time the console loads. */
export function keepLanguage(language: Language): void {
  storedLanguage.write(language)
}

/** Switches the language once all loaded texts are loaded in the other language too. If that fails, it rejects and switches nothing. */
export async function switchLanguage(language: Language): Promise<void> {
  const missing = () =>
    Object.keys(i18next.store.data[currentLanguage()] ?? {}).filter(
      (each) => !i18next.hasResourceBundle(language, each),
    )
  // A page may load its texts in the meantime.
  while (missing().length > 0) await Promise.all(missing().map((each) => load(language, each)))
  await i18next.changeLanguage(language)
  keepLanguage(language)
  document.documentElement.lang = tagOf(language)
}

/** Loads the texts of a page, together with its code. */
export async function loadTexts(page: string): Promise<void> {
  const language = currentLanguage()
  await load(language, page)
  // The language was switched in the meantime, before these texts were known to be needed.
  if (currentLanguage() !== language) await loadTexts(page)
}

/** The language tag for `Intl` and for the document. */
export function tagOf(language: Language): string {
  return language === 'zh' ? 'zh-CN' : 'en-US'
}

export interface PageTexts {
  readonly t: Texts
  /**
   * The word for a code of the API: `term('status', charge.status)`. A server newer than the console may send unknown codes;
   * they are shown unchanged.
   */
  readonly term: (group: string, code: string) => string
  /** The codes that have a word in the group, in the order of the file. */
  readonly codes: (group: string) => string[]
  readonly language: Language
}

/**
 * The texts of a page and the texts that all pages share: `t('filter.line')`.
 * Write keys as literals, or at least their prefix (`` t(`step.${name}`) ``), because a test searches for them.
 */
export function useTexts(page?: string): PageTexts {
  const { t, i18n } = useTranslation(page ? [page, 'app'] : 'app', { nsMode: 'fallback' })
  const term = (group: string, code: string): string => {
    const key = `${group}.${code}`
    return i18n.exists(key, { ns: page ? [page, 'app'] : 'app' }) ? t(key) : code
  }
  const codes = (group: string) => Object.keys(t(group, { returnObjects: true }))
  return { t: t as Texts, term, codes, language: i18n.language as Language }
}
