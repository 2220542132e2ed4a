/**
 * Describes changes between two rate cards in words: "payments/scan-pay: fee for merchantCategory restaurant 0.6% →
 * 0.7%". Codes without a name (term-words.ts, part-words.ts) are shown unchanged; English always shows the codes of
 * prices.
 */

import type { Language } from '../language.ts'
import { formatPercent, parseRate } from '../money/rate.ts'
import type { StepText } from '../pricing/price.ts'
import { reasonTexts } from '../refunds/decision-steps.ts'
import type { Change } from './changes.ts'
import { priceWord } from './part-words.ts'
import type { RateCard } from './rate-card.ts'
import { type TermWord, termWords } from './term-words.ts'

const phrases = {
  en: {
    productAdded: 'product added',
    productRemoved: 'product removed',
    added: (path: string, value: string) => `${path} added: ${value}`,
    removed: (path: string, value: string) => `${path} removed (was ${value})`,
    option: (by: string, key: string) => `for ${by} ${key}`,
    lower: 'lower bound',
    upper: 'upper bound',
    currency: 'currency',
    units: 'custom units',
    unlimited: 'no limit',
    yes: 'yes',
    no: 'no',
    none: 'none',
    percent: '%',
    days: ' days',
    hours: ' h',
    seconds: ' s',
    colon: ': ',
    comma: ', ',
    nested: (text: string) => `(${text})`,
    quoted: (text: string) => `“${text}”`,
  },
  zh: {
    productAdded: '新增产品',
    productRemoved: '已从费率表移除',
    added: (path: string, value: string) => `新增${path}：${value}`,
    removed: (path: string, value: string) => `删除${path}（原为 ${value}）`,
    option: (by: string, key: string) => `（${by}为${key}）`,
    lower: '下限',
    upper: '上限',
    currency: '货币',
    units: '自定义单位',
    unlimited: '不限',
    yes: '是',
    no: '否',
    none: '无',
    percent: '%',
    days: ' 天',
    hours: ' 小时',
    seconds: ' 秒',
    colon: '：',
    comma: '，',
    nested: (text: string) => `（${text}）`,
    quoted: (text: string) => `「${text}」`,
  },
} as const

/** How a value is formatted: the kind of its field, the currency of the card, and the language. */
interface Style {
  readonly word: TermWord | undefined
  readonly currency: string
  readonly language: Language
}

/** Describes each change in one sentence. `before`, `after`: the compared cards. */
export function describeChanges(
  changes: readonly Change[],
  before: RateCard,
  after: RateCard,
  language: Language,
): string[] {
  const sentences = changes.map((change) => describeChange(change, before, after, language))
  return language === 'zh' ? sentences.map(tight) : sentences
}

/** Describes a row of a card field by field: "fee" and "model percentage, rate 0.6%". */
export function describeTerms(terms: unknown, currency: string, language: Language): { name: string; text: string }[] {
  return Object.entries((terms ?? {}) as Fields).map(([name, value]) => {
    const word = termWords[name]
    const text = inWords(value, { word, currency, language })
    return { name: word?.[language] ?? name, text: language === 'zh' ? tight(text) : text }
  })
}

/** Removes spaces next to full-width brackets, which include their own spacing. */
const tight = (text: string): string => text.replaceAll(/ (?=（)|(?<=）) /g, '')

function describeChange(change: Change, before: RateCard, after: RateCard, language: Language): string {
  const say = phrases[language]
  const [root, product, ...path] = change.pointer.split('/').slice(1).map(unescaped)
  if (root === 'units') return `${say.units} ${listed(change.before, say)} → ${listed(change.after, say)}`
  if (root !== 'products') return `${say.currency} ${change.before} → ${change.after}`
  const head = `${product}${say.colon}`
  if (path.length === 0 && change.kind === 'added') return head + say.productAdded
  if (path.length === 0 && change.kind === 'removed') return head + say.productRemoved
  const terms = (change.kind === 'added' ? after : before).products[product!]
  const { words, word } = pathInWords(path, terms, language)
  const was = inWords(change.before, { word, currency: before.currency, language })
  const is = inWords(change.after, { word, currency: after.currency, language })
  if (change.kind === 'added') return head + say.added(words, is)
  if (change.kind === 'removed') return head + say.removed(words, was)
  return `${head}${words} ${was} → ${is}`
}

const listed = (units: unknown, { comma, none }: (typeof phrases)[Language]): string =>
  Array.isArray(units) && units.length > 0 ? units.join(comma) : none

type Fields = Readonly<Record<string, unknown>>

/**
 * Returns the path to a field in words, and the words for the field itself. A field inside a choice is described with
 * the chosen option.
 */
function pathInWords(
  path: readonly string[],
  terms: unknown,
  language: Language,
): { words: string; word: TermWord | undefined } {
  const say = phrases[language]
  const words: string[] = []
  let word: TermWord | undefined
  let parent = terms
  let by = ''
  path.forEach((name, i) => {
    const fields = (parent ?? {}) as Fields
    if (isChoice(fields)) {
      by = String(fields.by)
      words.push(...fieldOfChoice(name, language))
    } else if (path[i - 1] === 'options')
      words.push(say.option(priceWord('by', by)[language], priceWord('value', name)[language]))
    else if (path[i - 1] === 'reasons') words.push(reasonInWords(name, language))
    else if (Array.isArray(parent)) words.push(String(Number(name) + 1))
    else {
      word = termWords[name]
      if (!goesWithoutSaying(name, fields, i)) words.push(word?.[language] ?? name)
    }
    parent = fields[name]
  })
  return { words: words.join(' '), word }
}

/** Returns whether a field needs no name because its price names it: the rate of a percentage, the price of a unit. */
function goesWithoutSaying(name: string, parent: Fields, depth: number): boolean {
  return depth > 0 && 'model' in parent && (name === 'rate' || name === 'price')
}

function isChoice(fields: Fields): boolean {
  return typeof fields.by === 'string' || typeof fields.given === 'string'
}

function fieldOfChoice(name: string, language: Language): string[] {
  if (name === 'options') return []
  if (name === 'min') return [phrases[language].lower]
  if (name === 'max') return [phrases[language].upper]
  return [termWords[name]?.[language] ?? name]
}

/** Formats a value completely. */
function inWords(value: unknown, style: Style): string {
  const say = phrases[style.language]
  if (value === null) return say.unlimited
  if (typeof value === 'boolean') return value ? say.yes : say.no
  if (typeof value === 'string' || typeof value === 'number') return scalar(String(value), style)
  if (Array.isArray(value) && value.length === 0) return say.none
  if (Array.isArray(value)) return value.map((each) => nested(each, style)).join(say.comma)
  return fieldsInWords((value ?? {}) as Fields, style)
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null

/** Puts a value in brackets; objects in a list have brackets of their own. */
function nested(value: unknown, style: Style): string {
  const text = inWords(value, style)
  return isObject(value) && !(Array.isArray(value) && value.some(isObject))
    ? phrases[style.language].nested(text)
    : text
}

function fieldsInWords(fields: Fields, style: Style): string {
  const say = phrases[style.language]
  const parts = Object.entries(fields).map(([name, value]) => {
    const known = termWords[name]
    const named = known?.[style.language] ?? reasonInWords(name, style.language)
    if (isChoice(fields)) {
      if (name === 'by' || name === 'given') return `${named} ${priceWord('by', String(value))[style.language]}`
      if (name === 'options') return optionsInWords(value as Fields, style)
      return `${fieldOfChoice(name, style.language)} ${inWords(value, style)}`
    }
    return `${named} ${nested(value, { ...style, word: known })}`
  })
  return parts.join(say.comma)
}

function optionsInWords(options: Fields, style: Style): string {
  const each = Object.entries(options).map(
    ([key, value]) => `${priceWord('value', key)[style.language]} ${inWords(value, style)}`,
  )
  return each.join(phrases[style.language].comma)
}

/** Returns the display name of a reason in a refund policy; other names are returned unchanged. */
function reasonInWords(name: string, language: Language): string {
  const reasons: Readonly<Record<string, StepText>> = reasonTexts
  return Object.hasOwn(reasons, name) ? phrases[language].quoted(reasons[name]![language]) : name
}

const DECIMAL = /^\d{1,12}(\.\d{1,18})?$/

function scalar(text: string, { word, currency, language }: Style): string {
  const say = phrases[language]
  const as = word?.as
  if (word?.values && Object.hasOwn(word.values, text)) return word.values[text]![language]
  if (as === undefined || !DECIMAL.test(text)) return text
  if (as === 'price') return `${text} ${currency}`
  if (as === 'rate') return formatPercent(parseRate(text)) + say.percent
  return text + say[as]
}

function unescaped(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~')
}
