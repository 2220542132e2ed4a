/**
 * Renders steps as text: a sentence per step in English and Chinese, from tables next to the code that emits the steps.
 */
import { IntlMessageFormat } from 'intl-messageformat'
import { priceParamWords } from '../catalog/part-words.ts'
import { stepTexts as chargeSteps, kindTexts } from '../charges/steps.ts'
import { instantText } from '../instant-text.ts'
import type { Language } from '../language.ts'
import type { Step, StepText } from '../pricing/price.ts'
import { stepTexts as pricingSteps } from '../pricing/steps.ts'
import { problemTable } from '../problems.ts'
import { stepTexts as decisionSteps, paramTexts } from '../refunds/decision-steps.ts'
import type { Line } from './line.ts'

type Texts = Readonly<Record<string, StepText>>

const problems: Readonly<Record<string, { readonly title: StepText }>> = problemTable

export class Explanations {
  /** Texts of steps by code. */
  readonly steps: Texts
  /** Names of kinds of components. */
  readonly kinds: Texts
  /** Texts for codes in parameters, by parameter name. */
  readonly #words: Readonly<Record<string, Texts>>
  readonly #compiled = new Map<string, IntlMessageFormat>()

  /** @throws Error if two tables define the same step code, or name a kind of component differently. */
  constructor(lines: readonly Line[]) {
    this.steps = merged('step', [pricingSteps, chargeSteps, decisionSteps, ...lines.map((line) => line.stepTexts)])
    this.kinds = merged('kind', [kindTexts, ...lines.map((line) => line.kindTexts ?? {})])
    this.#words = {
      ...priceParamWords,
      ...paramTexts,
      kind: this.kinds,
      line: Object.fromEntries(lines.map((line) => [line.id, line.title])),
      product: Object.fromEntries(lines.flatMap(({ products }) => products.map(({ id, title }) => [id, title]))),
    }
  }

  /**
   * Renders one sentence per step. A step without a text is shown as its code and parameters, because stored steps can
   * be older than the texts.
   * @param zone IANA name of the tenant's time zone, in which instants are written
   */
  render(steps: readonly Step[], language: Language, zone: string): string[] {
    return steps.map(({ code, params }) => {
      const text = this.steps[code]
      if (!text) return `${code} ${JSON.stringify(params)}`
      const named = Object.entries(params).map(([name, value]) => [name, this.#word(name, value, language, zone)])
      const sentence = this.#format(code, text[language], language).format(Object.fromEntries(named)) as string
      // Templates have spaces around codes and numbers, but there are none between Chinese words.
      return language === 'zh' ? sentence.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '') : sentence
    })
  }

  #word(name: string, value: string, language: Language, zone: string): string {
    const table = this.#words[name]
    const word =
      name === 'problem' ? problems[value]?.title : table && Object.hasOwn(table, value) ? table[value] : undefined
    return word?.[language] ?? instantText(name, value, zone, language)
  }

  #format(code: string, text: string, language: Language): IntlMessageFormat {
    const key = `${language} ${code}`
    let message = this.#compiled.get(key)
    if (!message) {
      message = new IntlMessageFormat(text, language === 'zh' ? 'zh-CN' : 'en-US')
      this.#compiled.set(key, message)
    }
    return message
  }
}

function merged(what: string, tables: readonly Texts[]): Texts {
  const all: Record<string, StepText> = {}
  for (const [code, text] of tables.flatMap((table) => Object.entries(table))) {
    const other = Object.hasOwn(all, code) ? all[code] : undefined
    if (other && (what === 'step' || other.en !== text.en || other.zh !== text.zh)) {
      throw new Error(`the text of the ${what} ${code} is registered twice`)
    }
    all[code] = text
  }
  return all
}
