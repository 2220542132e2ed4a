import type { Shapes } from '@recoup/sdk'
import { useTexts } from '../texts.ts'

/** The calculation step by step, in the language of the request. */
export function Explanation({ explanation }: { readonly explanation: Shapes['Explanation'] }) {
  const { t } = useTexts()
  return (
    <ol aria-label={t('explanation.label')} className="steps">
      {explanation.steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps have no other name than their place
        <li key={index}>{step.text}</li>
      ))}
    </ol>
  )
}
