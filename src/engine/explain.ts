/** Steps as text: every step's sentence in English and Chinese, from the tables that stand beside the code emitting them. */
import { IntlMessageFormat } from 'intl-messageformat'
import { priceParamWords } from '../catalog/part-words.ts'
import { stepTexts as chargeSteps, kindTexts } from '../charges/steps.ts'
import { instantText } from '../instant-text.ts'
import type { Language } from '../language.ts'
import { allProducts, lines } from '../lines/index.ts'
import type { Step, StepText } from '../pricing/price.ts'
import { stepTexts as pricingSteps } from '../pricing/steps.ts'
import { problemTable } from '../problems.ts'
import { stepTexts as decisionSteps, paramTexts } from '../refunds/decision-steps.ts'
import type { Line } from './line.ts'

/** All step texts by code. A code that two tables claim is a mistake that the tests find. */
export const stepTables: readonly Readonly<Record<string, StepText>>[] = [
  pricingSteps,
  chargeSteps,
  decisionSteps,
  ...Object.values(lines).map((line: Line) => line.stepTexts),
]

/** All names of kinds of components. */
export const kinds: Readonly<Record<string, StepText>> = Object.assign(
  {},
  kindTexts,
  ...Object.values(lines).map((line: Line) => line.kindTexts ?? {}),
)

const texts: Readonly<Record<string, StepText>> = Object.assign({}, ...stepTables)
const compiled = new Map<string, IntlMessageFormat>()

/**
 * One sentence a step. A step without a text is shown as its code and parameters: old books outlive wordings.
 * @param zone IANA name of the zone in which instants are told: the tenant's
 */
export function renderSteps(steps: readonly Step[], language: Language, zone: string): string[] {
  return steps.map(({ code, params }) => {
    const text = texts[code]
    if (!text) return `${code} ${JSON.stringify(params)}`
    const named = Object.entries(params).map(([name, value]) => [name, wordOf(name, value, language, zone)])
    const sentence = format(code, text[language], language).format(Object.fromEntries(named)) as string
    // Templates leave spaces around codes and numbers; between Chinese words there is none.
    return language === 'zh' ? sentence.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '') : sentence
  })
}

/** Codes in parameters by what people call them; anything else as it is. */
const words: Readonly<Record<string, Readonly<Record<string, StepText>>>> = {
  ...priceParamWords,
  ...paramTexts,
  kind: kinds,
  line: Object.fromEntries(Object.values(lines).map((line: Line) => [line.id, line.title])),
  product: Object.fromEntries(allProducts.map(({ product }) => [product.id, product.title])),
}
const problems: Readonly<Record<string, { readonly title: StepText }>> = problemTable

function wordOf(name: string, value: string, language: Language, zone: string): string {
  const table = words[name]
  const word =
    name === 'problem' ? problems[value]?.title : table && Object.hasOwn(table, value) ? table[value] : undefined
  return word?.[language] ?? instantText(name, value, zone, language)
}

function format(code: string, text: string, language: Language): IntlMessageFormat {
  const key = `${language} ${code}`
  let message = compiled.get(key)
  if (!message) {
    message = new IntlMessageFormat(text, language === 'zh' ? 'zh-CN' : 'en-US')
    compiled.set(key, message)
  }
  return message
}
