/** Steps as text: every step's sentence in English and Chinese, from the tables that stand beside the code emitting them. */
import { IntlMessageFormat } from 'intl-messageformat'
import { stepTexts as chargeSteps, kindTexts } from '../charges/steps.ts'
import type { Step, StepText } from '../pricing/price.ts'
import { stepTexts as pricingSteps } from '../pricing/steps.ts'
import type { Language } from '../problem.ts'
import { lines } from './index.ts'
import type { Line } from './line.ts'

/** All step texts by code. A code that two tables claim is a mistake that the tests find. */
export const stepTables: readonly Readonly<Record<string, StepText>>[] = [
  pricingSteps,
  chargeSteps,
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

/** One sentence a step. A step without a text is shown as its code and parameters: old books outlive wordings. */
export function renderSteps(steps: readonly Step[], language: Language): string[] {
  return steps.map(({ code, params }) => {
    const text = texts[code]
    if (!text) return `${code} ${JSON.stringify(params)}`
    const { kind } = params
    const named = kind === undefined ? params : { ...params, kind: kinds[kind]?.[language] ?? kind }
    return format(code, text[language], language).format(named) as string
  })
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
