import type { Shapes } from '@recoup/sdk'
import { formatNumber, formatShare } from '../../format.ts'
import { useTexts } from '../../texts.ts'

type Step = Shapes['WholeReport']['funnel'][number]

/** The steps that follow from the one before; they have a rate. */
function waysOf(steps: readonly Step[]): Step[][] {
  const ways: Step[][] = []
  for (const step of steps) {
    const way = ways.at(-1)
    if (way && FOLLOWS.has(step.id)) way.push(step)
    else ways.push([step])
  }
  return ways
}

const FOLLOWS = new Set(['quoted', 'refunds', 'paying', 'repeat'])

/** The funnels: from quotes to charges, from charges to refunds, from users to repeat payers. */
export function Funnel({ steps }: { readonly steps: readonly Step[] }) {
  const { t, language } = useTexts('overview')
  return (
    <div className="funnel">
      {waysOf(steps).map((way) => (
        <ol key={way[0]!.id}>
          {way.map(({ id, title, count, rate }) => {
            const most = way[0]!.count
            return (
              <li key={id}>
                <span className="funnel-name">{title}</span>
                <span className="funnel-place" aria-hidden="true">
                  {count > 0 && most > 0 && (
                    <span
                      className={id === 'refunds' ? 'funnel-bar funnel-back' : 'funnel-bar'}
                      style={{ width: `${Math.min(100, (100 * count) / most)}%` }}
                    />
                  )}
                </span>
                <span className="funnel-count">
                  {formatNumber(count, language)}
                  {rate !== null && <small>{t('funnel.rate', { rate: formatShare(rate, language) })}</small>}
                </span>
              </li>
            )
          })}
        </ol>
      ))}
    </div>
  )
}
