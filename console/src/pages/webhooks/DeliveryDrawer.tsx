import type { Shapes } from '@recoup/sdk'
import { App, Button, Drawer, Flex, Typography } from 'antd'
import { recoup, useGet, useMay, useSend } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { Code } from '../../ui/Code.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'

interface Props {
  readonly webhook: Shapes['Webhook']
  /** Undefined: the drawer is closed. */
  readonly delivery: string | undefined
  readonly onClose: () => void
}

const WHILE_PENDING_MS = 1_500

/** One delivery: its payload and its attempts with their responses, and a button to redeliver. */
export function DeliveryDrawer({ webhook, delivery, onClose }: Props) {
  const { t } = useTexts('webhooks')
  return (
    <Drawer
      open={delivery !== undefined}
      onClose={onClose}
      title={t('delivery')}
      size="min(680px, 100vw)"
      destroyOnHidden
    >
      {delivery && <Contents webhook={webhook} id={delivery} />}
    </Drawer>
  )
}

function Contents({ webhook, id }: { readonly webhook: Shapes['Webhook']; readonly id: string }) {
  const { t, term } = useTexts('webhooks')
  const { message } = App.useApp()
  const may = useMay()
  const params = { path: { webhook: webhook.id, delivery: id } }
  const read = useGet(
    '/v1/webhooks/{webhook}/deliveries/{delivery}',
    { params },
    { refetchInterval: (data) => (!data || data.status === 'pending' ? WHILE_PENDING_MS : false) },
  )
  const replay = useSend(async () => {
    await recoup.post('/v1/webhooks/{webhook}/replay', {
      params: { path: { webhook: webhook.id } },
      body: { delivery: id },
    })
    message.success(t('replay.done', { count: 1 }))
  })
  return (
    <Loaded of={read}>
      {(data) => (
        <Flex vertical gap={16}>
          <Flex gap={10} align="center" wrap>
            <Typography.Text strong>{term('events', data.type)}</Typography.Text>
            <StatusTag status={data.status} />
            <span style={{ flex: 1 }} />
            {may('webhooks:write') && webhook.enabled && data.status !== 'pending' && (
              <Button loading={replay.isPending} onClick={() => replay.mutate(undefined)}>
                {t('replay.one')}
              </Button>
            )}
          </Flex>
          {replay.error && <ProblemAlert error={replay.error} />}
          <Sent event={data.event} />
          <section aria-label={t('attempts')}>
            <Typography.Text strong>{t('attempts')}</Typography.Text>
            {data.log.length === 0 && <Typography.Paragraph type="secondary">{t('noAttempts')}</Typography.Paragraph>}
            {data.log.map((attempt) => (
              <Attempt key={attempt.at} attempt={attempt} />
            ))}
          </section>
        </Flex>
      )}
    </Loaded>
  )
}

/** The event as it was sent. */
function Sent({ event }: { readonly event: string }) {
  const { t } = useTexts('webhooks')
  const read = useGet('/v1/events/{event}', { params: { path: { event } } }, { staleTime: Number.POSITIVE_INFINITY })
  return (
    <Loaded of={read}>
      {({ id, type, timestamp, data }) => <Code label={t('sent')} value={{ id, type, timestamp, data }} />}
    </Loaded>
  )
}

function Attempt({ attempt }: { readonly attempt: Shapes['WebhookDelivery']['log'][number] }) {
  const { t, term, language } = useTexts('webhooks')
  const { at, code, error, body, durationMs } = attempt
  const good = code !== null && code >= 200 && code < 300
  return (
    <div style={{ marginTop: 10 }}>
      <Flex gap={10} wrap align="center">
        <span className={good ? 'status status-good' : 'status status-bad'}>
          {code === null ? term('failure', error ?? '') : `HTTP ${code}`}
        </span>
        <Instant at={at} style="long" />
        <Typography.Text type="secondary">
          {t('took', { ms: new Intl.NumberFormat(language).format(durationMs) })}
        </Typography.Text>
      </Flex>
      {body && <Answer body={body} />}
    </div>
  )
}

function Answer({ body }: { readonly body: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it can be scrolled
    <pre className="mono code" style={{ maxHeight: 200 }} tabIndex={0}>
      {body}
    </pre>
  )
}
