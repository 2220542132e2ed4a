import { ApiOutlined } from '@ant-design/icons'
import type { Shapes } from '@recoup/sdk'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMay } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { PartyLink } from '../../ui/links.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { SecretOnce } from '../../ui/SecretOnce.tsx'
import { EditWebhook } from './EditWebhook.tsx'

type Webhook = Shapes['Webhook']

/** The list of webhooks and whether they are failing. */
export default function Webhooks() {
  const { t, term } = useTexts('webhooks')
  const may = useMay()
  const [adding, setAdding] = useState(false)
  const [made, setMade] = useState<Shapes['WebhookWithSecret']>()
  const columns: Column<Webhook>[] = [
    {
      key: 'url',
      title: t('url'),
      render: ({ id, url, description }) => (
        <div style={{ maxWidth: 380, overflowWrap: 'anywhere' }}>
          <Link to={`/webhooks/${id}`}>{url}</Link>
          {description && <div style={{ fontSize: 12, opacity: 0.75 }}>{description}</div>}
        </div>
      ),
    },
    { key: 'status', title: t('field.status'), render: (webhook) => <WebhookState webhook={webhook} /> },
    {
      key: 'events',
      title: t('eventTypes'),
      render: ({ eventTypes }) => (
        <span title={eventTypes.map((type) => term('events', type)).join('\n')}>
          {t('eventCount', { count: eventTypes.length })}
        </span>
      ),
    },
    { key: 'party', title: t('field.party'), render: ({ party }) => (party ? <PartyLink party={party} /> : '–') },
    { key: 'created', title: t('field.created'), render: ({ createdAt }) => <Instant at={createdAt} style="day" /> },
  ]
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        may('webhooks:write') && (
          <Button type="primary" icon={<ApiOutlined />} onClick={() => setAdding(true)}>
            {t('edit.add')}
          </Button>
        )
      }
    >
      <Section flush>
        <DataTable path="/v1/webhooks" columns={columns} rowKey={({ id }) => id} label={t('title')} empty={t('none')} />
      </Section>
      <EditWebhook
        open={adding}
        onClose={() => setAdding(false)}
        onMade={(webhook) => {
          setAdding(false)
          setMade(webhook)
        }}
      />
      <WebhookSecret of={made} onClose={() => setMade(undefined)} />
    </Page>
  )
}

interface SecretProps {
  readonly of: Shapes['WebhookWithSecret'] | undefined
  readonly onClose: () => void
}

export function WebhookSecret({ of, onClose }: SecretProps) {
  const { t } = useTexts('webhooks')
  return <SecretOnce secret={of?.secret} title={t('secretTitle')} lead={t('secretLead')} onClose={onClose} />
}

export function WebhookState({ webhook }: { readonly webhook: Webhook }) {
  const { t, term } = useTexts('webhooks')
  const { enabled, disabledReason, failingSince } = webhook
  if (!enabled) {
    return <span className="status status-bad">{disabledReason ? term('disabled', disabledReason) : t('off')}</span>
  }
  if (failingSince) {
    return (
      <span className="status status-wait">
        {t('failingSince')} <Instant at={failingSince} />
      </span>
    )
  }
  return <span className="status status-good">{t('on')}</span>
}
