import type { Shapes } from '@recoup/sdk'
import { App, Button, Descriptions, Flex } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { recoup, useGet, useMay, useSend } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { AuditTrail } from '../../ui/AuditTrail.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { PartyLink } from '../../ui/links.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { Deliveries } from './Deliveries.tsx'
import { EditWebhook } from './EditWebhook.tsx'
import { WebhookSecret, WebhookState } from './Webhooks.tsx'

/** The failure status changes by itself, so it is read regularly. */
const REFRESH_MS = 3_000

/** One webhook: its event types and its deliveries. */
export default function Webhook() {
  const { webhook: id = '' } = useParams()
  const { t, term } = useTexts('webhooks')
  const may = useMay()
  const read = useGet('/v1/webhooks/{webhook}', { params: { path: { webhook: id } } }, { refetchInterval: REFRESH_MS })
  return (
    <Page
      title={read.data?.description || t('one')}
      lead={read.data?.url}
      tag={read.data && <WebhookState webhook={read.data} />}
      back={{ to: '/webhooks', label: t('title') }}
      actions={read.data && may('webhooks:write') && <Acts webhook={read.data} />}
    >
      <Section>
        <Loaded of={read} rows={2}>
          {(data) => (
            <Descriptions
              size="small"
              column={{ xs: 1, sm: 2 }}
              items={[
                {
                  key: 'events',
                  label: t('eventTypes'),
                  span: 'filled',
                  children: data.eventTypes.map((type) => term('events', type)).join(' · '),
                },
                ...(data.party
                  ? [{ key: 'party', label: t('field.party'), children: <PartyLink party={data.party} /> }]
                  : []),
                { key: 'created', label: t('field.created'), children: <Instant at={data.createdAt} /> },
                ...(data.previousSecretUntil
                  ? [{ key: 'old', label: t('oldSecret'), children: <Instant at={data.previousSecretUntil} /> }]
                  : []),
              ]}
            />
          )}
        </Loaded>
      </Section>
      {read.data && <Deliveries webhook={read.data} />}
      <AuditTrail subject={id} />
    </Page>
  )
}

function Acts({ webhook }: { readonly webhook: Shapes['Webhook'] }) {
  const { t } = useTexts('webhooks')
  const { modal, message } = App.useApp()
  const navigate = useNavigate()
  const [editing, setEditing] = useState(false)
  const [rotated, setRotated] = useState<Shapes['WebhookWithSecret']>()
  const params = { path: { webhook: webhook.id } }
  const act = useSend(async (what: 'test' | 'rotate' | 'on' | 'off' | 'delete') => {
    if (what === 'test') await recoup.post('/v1/webhooks/{webhook}/test', { params })
    else if (what === 'rotate')
      setRotated(await recoup.post('/v1/webhooks/{webhook}/rotate-secret', { params, body: {} }))
    else if (what === 'delete') {
      await recoup.delete('/v1/webhooks/{webhook}', { params })
      void navigate('/webhooks', { replace: true })
    } else await recoup.patch('/v1/webhooks/{webhook}', { params, body: { enabled: what === 'on' } })
    if (what !== 'rotate') message.success(t(`act.${what}.done`))
  })
  const ask = (what: 'rotate' | 'off' | 'delete') =>
    modal.confirm({
      title: t(`act.${what}.title`),
      content: t(`act.${what}.detail`),
      okText: t(`act.${what}.do`),
      okButtonProps: { danger: what !== 'rotate' },
      onOk: () => act.mutateAsync(what).catch(() => {}),
    })
  return (
    <Flex vertical gap={8} align="flex-end">
      <Flex gap={8} wrap>
        {webhook.enabled && (
          <Button type="primary" loading={act.isPending} onClick={() => act.mutate('test')}>
            {t('act.test.do')}
          </Button>
        )}
        <Button onClick={() => setEditing(true)}>{t('edit.do')}</Button>
        <Button onClick={() => ask('rotate')}>{t('act.rotate.do')}</Button>
        {webhook.enabled ? (
          <Button onClick={() => ask('off')}>{t('act.off.do')}</Button>
        ) : (
          <Button onClick={() => act.mutate('on')}>{t('act.on.do')}</Button>
        )}
        <Button danger onClick={() => ask('delete')}>
          {t('act.delete.do')}
        </Button>
      </Flex>
      {act.error && <ProblemAlert error={act.error} />}
      <EditWebhook webhook={webhook} open={editing} onClose={() => setEditing(false)} />
      <WebhookSecret of={rotated} onClose={() => setRotated(undefined)} />
    </Flex>
  )
}
