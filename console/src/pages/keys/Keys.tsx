import { KeyOutlined } from '@ant-design/icons'
import type { Shapes } from '@recoup/sdk'
import { App, Button } from 'antd'
import { useState } from 'react'
import { recoup, useMay, useSend } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { Actor } from '../../ui/Actor.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { Id } from '../../ui/Id.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { PartyLink } from '../../ui/links.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { SecretOnce } from '../../ui/SecretOnce.tsx'
import { scopeInWords } from '../../ui/scope.ts'
import { MakeKey } from './MakeKey.tsx'

type ApiKey = Shapes['ApiKey']

/** The list of API keys. A key is shown once, when it is created. */
export default function Keys() {
  const { t } = useTexts('keys')
  const { modal, message } = App.useApp()
  const may = useMay()
  const [making, setMaking] = useState(false)
  const [made, setMade] = useState<Shapes['ApiKeyWithSecret']>()
  const revoke = useSend(
    (key: string) => recoup.post('/v1/keys/{key}/revoke', { params: { path: { key } } }),
    ['/v1/keys'],
  )
  const ask = ({ id, name }: ApiKey) =>
    modal.confirm({
      title: t('revoke.title', { name }),
      content: t('revoke.detail'),
      okText: t('revoke.do'),
      okButtonProps: { danger: true },
      onOk: () =>
        revoke.mutateAsync(id).then(
          () => void message.success(t('revoke.done', { name })),
          () => {},
        ),
    })
  const columns: Column<ApiKey>[] = [
    {
      key: 'name',
      title: t('name'),
      render: ({ id, name }) => (
        <>
          {name}
          <div style={{ fontSize: 12, opacity: 0.75 }}>
            <Id of={id} />
          </div>
        </>
      ),
    },
    { key: 'scopes', title: t('field.scopes'), render: ({ scopes }) => <Scopes scopes={scopes} /> },
    { key: 'party', title: t('field.party'), render: ({ party }) => (party ? <PartyLink party={party} /> : '–') },
    { key: 'madeBy', title: t('madeBy'), render: ({ madeBy }) => <Actor of={madeBy} /> },
    { key: 'created', title: t('field.created'), render: ({ createdAt }) => <Instant at={createdAt} style="day" /> },
    {
      key: 'status',
      title: t('field.status'),
      render: ({ revokedAt }) =>
        revokedAt ? (
          <span className="status">
            {t('ended')} <Instant at={revokedAt} style="day" />
          </span>
        ) : (
          <span className="status status-good">{t('inForce')}</span>
        ),
    },
    {
      key: 'revoke',
      title: <span className="unseen">{t('revoke.do')}</span>,
      render: (key) =>
        may('keys:write') && !key.revokedAt && <Button onClick={() => ask(key)}>{t('revoke.do')}</Button>,
    },
  ]
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        may('keys:write') && (
          <Button type="primary" icon={<KeyOutlined />} onClick={() => setMaking(true)}>
            {t('make.title')}
          </Button>
        )
      }
    >
      {revoke.error && <ProblemAlert error={revoke.error} />}
      <Section flush>
        <DataTable path="/v1/keys" columns={columns} rowKey={({ id }) => id} label={t('title')} empty={t('none')} />
      </Section>
      <MakeKey
        open={making}
        onClose={() => setMaking(false)}
        onMade={(key) => {
          setMaking(false)
          setMade(key)
        }}
      />
      <SecretOnce
        secret={made?.secret}
        title={t('made', { name: made?.name ?? '' })}
        lead={t('madeLead')}
        onClose={() => setMade(undefined)}
      />
    </Page>
  )
}

const FEW = 3

/** All scopes, with their codes in a tooltip. */
function Scopes({ scopes }: { readonly scopes: readonly string[] }) {
  const { t, term } = useTexts('keys')
  const more = scopes.length - FEW
  const all = scopes.map((scope) => `${scopeInWords(scope, term)} (${scope})`)
  return (
    <div title={all.join('\n')} style={{ width: 210, whiteSpace: 'normal' }}>
      {scopes.slice(0, FEW).map((scope) => (
        <div key={scope}>{scopeInWords(scope, term)}</div>
      ))}
      {more > 0 && t('more', { count: more })}
    </div>
  )
}
