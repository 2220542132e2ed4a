import type { Shapes } from '@recoup/sdk'
import { App, Button, Descriptions } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { recoup, useGet, useMay, useSend } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { AuditTrail } from '../../ui/AuditTrail.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { PartyLink } from '../../ui/links.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { Sessions } from '../../ui/Sessions.tsx'
import { ChangeRole } from './ChangeRole.tsx'
import { PasswordLink } from './PasswordLink.tsx'
import { type User as UserShape, UserState } from './Users.tsx'

/** One user: role, sessions, and access. */
export default function User() {
  const { user: id = '' } = useParams()
  const { t, term } = useTexts('users')
  const may = useMay()
  const read = useGet('/v1/users/{user}', { params: { path: { user: id } } })
  const user = read.data
  return (
    <Page
      title={user?.name ?? id}
      lead={user?.email}
      tag={user && <UserState user={user} />}
      back={{ to: '/users', label: t('title') }}
    >
      <Section>
        <Loaded of={read} rows={3}>
          {(data) => (
            <Descriptions
              size="small"
              column={{ xs: 1, sm: 2, lg: 3 }}
              items={[
                { key: 'role', label: t('field.role'), children: term('role', data.role) },
                ...(data.party
                  ? [{ key: 'party', label: t('field.party'), children: <PartyLink party={data.party} /> }]
                  : []),
                { key: 'totp', label: t('totp'), children: data.totp ? t('on') : t('off') },
                {
                  key: 'last',
                  label: t('lastSignIn'),
                  children: data.lastSignInAt ? <Instant at={data.lastSignInAt} /> : t('never'),
                },
                { key: 'created', label: t('field.created'), children: <Instant at={data.createdAt} /> },
                ...(data.disabledAt
                  ? [{ key: 'disabled', label: t('disabledAt'), children: <Instant at={data.disabledAt} /> }]
                  : []),
              ]}
            />
          )}
        </Loaded>
      </Section>
      {user && may('users:write') && <Acts user={user} />}
      <Sessions user={id} mayEnd={may('users:write')} />
      <AuditTrail subject={id} />
    </Page>
  )
}

type Act = 'disable' | 'enable' | 'reset-totp'

function Acts({ user }: { readonly user: UserShape }) {
  const { t } = useTexts('users')
  const { modal, message } = App.useApp()
  const [changing, setChanging] = useState(false)
  const [link, setLink] = useState<Shapes['PasswordLink']>()
  const params = { path: { user: user.id } }
  const act = useSend(async (what: Act) => {
    if (what === 'enable') await recoup.post('/v1/users/{user}/enable', { params })
    else if (what === 'reset-totp') await recoup.post('/v1/users/{user}/reset-totp', { params })
    else return (await recoup.post('/v1/users/{user}/disable', { params, body: {} })).revokedKeys
    return []
  })
  const makeLink = useSend(async () => setLink(await recoup.post('/v1/users/{user}/password-link', { params })), [])
  const ask = (what: Act) =>
    modal.confirm({
      title: t(`act.${what}.title`, { name: user.name }),
      content: t(`act.${what}.detail`),
      okText: t(`act.${what}.do`),
      onOk: () =>
        act.mutateAsync(what).then(
          (ended) =>
            void message.success(
              ended.length > 0
                ? t('act.doneKeys', { count: ended.length })
                : t(`act.${what}.done`, { name: user.name }),
            ),
          () => {},
        ),
    })
  return (
    <Section title={t('act.title')}>
      <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
        <Button onClick={() => setChanging(true)}>{t('changeRole.title')}</Button>
        <Button loading={makeLink.isPending} onClick={() => makeLink.mutate(undefined)}>
          {t('act.link')}
        </Button>
        {user.totp && <Button onClick={() => ask('reset-totp')}>{t('act.reset-totp.do')}</Button>}
        {user.disabledAt ? (
          <Button onClick={() => ask('enable')}>{t('act.enable.do')}</Button>
        ) : (
          <Button danger onClick={() => ask('disable')}>
            {t('act.disable.do')}
          </Button>
        )}
      </div>
      {(act.error ?? makeLink.error) && <ProblemAlert error={act.error ?? makeLink.error} style={{ marginTop: 12 }} />}
      <ChangeRole user={user} open={changing} onClose={() => setChanging(false)} />
      <PasswordLink link={link} onClose={() => setLink(undefined)} />
    </Section>
  )
}
