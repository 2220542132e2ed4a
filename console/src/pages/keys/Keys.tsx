import { KeyOutlined } from '@ant-design/icons'
import type { Shapes } from '@recoup/sdk'
import { App, Button, Flex } from 'antd'
import { useState } from 'react'
import { recoup, useMay, useSend } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { Actor } from '../../ui/Actor.tsx'
import { useAuditRows } from '../../ui/AuditTrail.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { Id } from '../../ui/Id.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { PartyLink } from '../../ui/links.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { SecretOnce } from '../../ui/SecretOnce.tsx'
import { scopeInWords } from '../../ui/scope.ts'
import { ChangeLimits } from './ChangeLimits.tsx'
import { MakeKey } from './MakeKey.tsx'
import { RotateKey } from './RotateKey.tsx'

type ApiKey = Shapes['ApiKey']

/** The list of API keys. A key is shown once, when it is created. */
export default function Keys() {
  const { t } = useTexts('keys')
  const { modal, message } = App.useApp()
  const may = useMay()
  const [making, setMaking] = useState(false)
  const [changing, setChanging] = useState<ApiKey>()
  const [rotating, setRotating] = useState<ApiKey>()
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
          ({ revokedWith: count }) =>
            void message.success(count > 0 ? t('revoke.doneWith', { name, count }) : t('revoke.done', { name })),
          () => {},
        ),
    })
  const columns: Column<ApiKey>[] = [
    {
      key: 'name',
      title: t('name'),
      render: ({ id, name, party }) => (
        <>
          {name}
          <div style={{ fontSize: 12, opacity: 0.75 }}>
            <Id of={id} />
          </div>
          {party && <PartyLink party={party} />}
        </>
      ),
    },
    { key: 'scopes', title: t('field.scopes'), render: ({ scopes }) => <Scopes scopes={scopes} /> },
    {
      key: 'madeBy',
      title: t('madeBy'),
      render: (key) => <Maker of={key} />,
    },
    {
      key: 'status',
      title: t('field.status'),
      render: (key) => <Status of={key} />,
    },
    { key: 'lastUse', title: t('lastUse'), render: (key) => <LastUse of={key} /> },
    {
      key: 'networks',
      title: t('networks'),
      render: (key) => <Networks of={key} />,
    },
    {
      key: 'actions',
      title: <span className="unseen">{t('actions')}</span>,
      render: (key) =>
        may('keys:write') &&
        !key.revokedAt && (
          <Flex vertical gap={4} align="start">
            {!isExpired(key) && (
              <>
                <Button size="small" onClick={() => setChanging(key)}>
                  {t('limits.do')}
                </Button>
                <Button size="small" onClick={() => setRotating(key)}>
                  {t('rotate.do')}
                </Button>
              </>
            )}
            <Button size="small" onClick={() => ask(key)}>
              {t('revoke.do')}
            </Button>
          </Flex>
        ),
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
      <KeyList columns={columns} />
      <MakeKey
        open={making}
        onClose={() => setMaking(false)}
        onMade={(key) => {
          setMaking(false)
          setMade(key)
        }}
      />
      <ChangeLimits of={changing} onClose={() => setChanging(undefined)} />
      <RotateKey of={rotating} onClose={() => setRotating(undefined)} onRotated={setMade} />
      <SecretOnce
        secret={made?.secret}
        title={t('made', { name: made?.name ?? '' })}
        lead={t('madeLead')}
        onClose={() => setMade(undefined)}
      />
    </Page>
  )
}

function KeyList({ columns }: { readonly columns: readonly Column<ApiKey>[] }) {
  const { t } = useTexts('keys')
  const trail = useAuditRows<ApiKey>(({ id }) => id)
  return (
    <Section flush>
      <DataTable
        path="/v1/keys"
        columns={columns}
        rowKey={({ id }) => id}
        label={t('title')}
        empty={t('none')}
        {...trail}
      />
    </Section>
  )
}

const isExpired = ({ expiresAt }: ApiKey) => expiresAt !== null && Date.parse(expiresAt) <= Date.now()

function Status({ of: key }: { readonly of: ApiKey }) {
  const { t } = useTexts('keys')
  const { revokedAt, expiresAt } = key
  const ended = revokedAt !== null || isExpired(key)
  if (revokedAt)
    return (
      <span className="status">
        {t('ended')} <Instant at={revokedAt} style="day" />
      </span>
    )
  return (
    <>
      <span className={ended ? 'status' : 'status status-good'}>{t(ended ? 'expired' : 'inForce')}</span>
      <div style={{ fontSize: 12, opacity: 0.75 }}>
        {expiresAt ? (
          <>
            {t('expires')} <Instant at={expiresAt} />
          </>
        ) : (
          t('never')
        )}
      </div>
    </>
  )
}

function Maker({ of: { madeBy, createdAt } }: { readonly of: ApiKey }) {
  return (
    <>
      <Actor of={madeBy} />
      <div style={{ fontSize: 12, opacity: 0.75 }}>
        <Instant at={createdAt} style="day" />
      </div>
    </>
  )
}

function Networks({ of: { networks } }: { readonly of: ApiKey }) {
  const { t } = useTexts('keys')
  if (!networks) return t('everywhere')
  return networks.map((network) => (
    <div key={network} className="mono">
      {network}
    </div>
  ))
}

function LastUse({ of: { lastUsedAt, lastUsedFrom } }: { readonly of: ApiKey }) {
  const { t } = useTexts('keys')
  if (!lastUsedAt) return t('notUsed')
  return (
    <>
      <Instant at={lastUsedAt} />
      {lastUsedFrom && (
        <div className="mono" style={{ fontSize: 12, opacity: 0.75 }}>
          {lastUsedFrom}
        </div>
      )}
    </>
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
