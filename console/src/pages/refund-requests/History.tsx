import { Timeline } from 'antd'
import { useTexts } from '../../texts.ts'
import { Actor } from '../../ui/Actor.tsx'
import { Instant } from '../../ui/Instant.tsx'
import type { RequestInFull } from './request.ts'

const COLORS: Readonly<Record<string, string>> = {
  done: 'green',
  approved: 'green',
  declined: 'red',
  failed: 'red',
  withdrawn: 'gray',
}

/** The events of a request. */
export function History({ request: { history } }: { readonly request: RequestInFull }) {
  const { term } = useTexts('refund-requests')
  return (
    <Timeline
      items={history.map(({ number, at, by, type, from, to, detail }) => ({
        key: number,
        color: from === to ? 'blue' : (COLORS[to] ?? 'blue'),
        content: (
          <>
            <div>
              {term('event', type)}
              {from !== null && from !== to && term('event', type) !== term('status', to) && ` → ${term('status', to)}`}
            </div>
            {typeof detail.text === 'string' && <blockquote>{detail.text}</blockquote>}
            <div className="second-line">
              <Instant at={at} style="long" /> {by && <Actor of={by} />}
            </div>
          </>
        ),
      }))}
    />
  )
}
