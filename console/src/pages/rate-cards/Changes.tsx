import type { Shapes } from '@recoup/sdk'
import { Empty } from 'antd'
import { useTexts } from '../../texts.ts'

/** The differences between two rate cards: a sentence and the field for each. */
export function Changes({ changes }: { readonly changes: readonly Shapes['RateCardChange'][] }) {
  const { t } = useTexts('rate-cards')
  if (changes.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('noChanges')} />
  return (
    <ul className="changes" aria-label={t('changes')}>
      {changes.map(({ pointer, kind, text }) => (
        <li key={pointer}>
          <span className={`status ${{ added: 'status-good', removed: 'status-bad', changed: 'status-busy' }[kind]}`}>
            {t(`change.${kind}`)}
          </span>
          <div>
            {text}
            <div className="mono pointer">{pointer}</div>
          </div>
        </li>
      ))}
    </ul>
  )
}
