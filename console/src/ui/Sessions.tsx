import type { Shapes } from '@recoup/sdk'
import { App, Button } from 'antd'
import { recoup, useGet, useSend } from '../api.ts'
import { useTexts } from '../texts.ts'
import { type Column, RowsTable } from './DataTable.tsx'
import { Instant } from './Instant.tsx'
import { Loaded } from './Loaded.tsx'
import { Section } from './Page.tsx'
import { ProblemAlert } from './ProblemAlert.tsx'

type Session = Shapes['Session']

/** The sessions of a user; by default the viewer's own. */
export function Sessions({ user, mayEnd }: { readonly user?: string; readonly mayEnd: boolean }) {
  const { t } = useTexts()
  const { modal, message } = App.useApp()
  const sessions = useGet('/v1/sessions', { params: { query: user ? { user } : {} } })
  const end = useSend(
    (session: string) => recoup.post('/v1/sessions/{session}/revoke', { params: { path: { session } } }),
    ['/v1/sessions'],
  )
  const ask = ({ id }: Session) =>
    modal.confirm({
      title: t('session.sure'),
      content: t('session.sureDetail'),
      okText: t('session.end'),
      onOk: () =>
        end.mutateAsync(id).then(
          () => void message.success(t('session.ended')),
          () => {},
        ),
    })
  const columns: Column<Session>[] = [
    {
      key: 'browser',
      title: t('session.browser'),
      render: ({ userAgent, current }) => (
        <>
          <span title={userAgent ?? ''}>{browserOf(userAgent)}</span>{' '}
          {current && <span className="status status-good">{t('session.current')}</span>}
        </>
      ),
    },
    { key: 'address', title: t('session.address'), render: ({ address }) => address ?? '–' },
    { key: 'began', title: t('session.began'), render: ({ createdAt }) => <Instant at={createdAt} /> },
    { key: 'until', title: t('session.until'), render: ({ expiresAt }) => <Instant at={expiresAt} /> },
    {
      key: 'end',
      title: <span className="unseen">{t('session.end')}</span>,
      // The current session ends by signing out.
      render: (session) =>
        mayEnd && !session.current && <Button onClick={() => ask(session)}>{t('session.end')}</Button>,
    },
  ]
  return (
    <Section title={t('session.label')} flush>
      {end.error && <ProblemAlert error={end.error} style={{ margin: 12 }} />}
      <Loaded of={sessions} rows={2}>
        {({ data }) => (
          <RowsTable
            rows={data}
            columns={columns}
            rowKey={({ id }) => id}
            label={t('session.label')}
            empty={t('session.none')}
          />
        )}
      </Loaded>
    </Section>
  )
}

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, 'WeChat'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** The common name of the browser; an unknown browser is shown by its user agent. */
function browserOf(userAgent: string | null): string {
  if (!userAgent) return '–'
  const find = (table: typeof NAMES) => table.find(([pattern]) => pattern.test(userAgent))?.[1]
  const known = [find(NAMES), find(SYSTEMS)].filter((each) => each !== undefined)
  return known.length > 0 ? known.join(' · ') : userAgent.slice(0, 40)
}
