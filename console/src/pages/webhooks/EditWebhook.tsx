import type { Shapes } from '@recoup/sdk'
import { Button, Checkbox, Drawer, Flex, Form, Input } from 'antd'
import { recoup, useSend } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { EVENT_TYPES, type EventType } from './events.ts'

interface Props {
  /** Absent: a new webhook. */
  readonly webhook?: Shapes['Webhook']
  readonly open: boolean
  readonly onClose: () => void
  readonly onMade?: (webhook: Shapes['WebhookWithSecret']) => void
}

type Values = Shapes['WebhookRequest']

export function EditWebhook({ webhook, open, onClose, onMade }: Props) {
  const { t } = useTexts('webhooks')
  const save = useSend(
    async ({ party, ...values }: Values) => {
      if (webhook) {
        await recoup.patch('/v1/webhooks/{webhook}', { params: { path: { webhook: webhook.id } }, body: values })
        return undefined
      }
      return recoup.post('/v1/webhooks', { body: { ...values, ...(party ? { party } : {}) } })
    },
    ['/v1/webhooks', '/v1/webhooks/{webhook}'],
  )
  const close = () => {
    save.reset()
    onClose()
  }
  const submit = (values: Values) =>
    save.mutateAsync(values).then(
      (made) => {
        onClose()
        if (made) onMade?.(made)
      },
      () => {},
    )
  const required = [{ required: true, message: t('signIn.missing') }]
  return (
    <Drawer
      open={open}
      onClose={close}
      title={webhook ? t('edit.title') : t('edit.add')}
      size="min(560px, 100vw)"
      destroyOnHidden
    >
      <Form<Values>
        layout="vertical"
        requiredMark={false}
        initialValues={
          webhook
            ? { url: webhook.url, description: webhook.description, eventTypes: webhook.eventTypes }
            : { description: '', eventTypes: [] }
        }
        onFinish={(values) => void submit(values)}
      >
        <Form.Item name="url" label={t('url')} extra={t('edit.urlLead')} rules={required}>
          <Input maxLength={2000} placeholder="https://example.com/recoup" autoFocus />
        </Form.Item>
        <Form.Item name="description" label={t('description')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="eventTypes" label={t('eventTypes')} rules={[{ required: true, message: t('edit.noEvents') }]}>
          <EventChoice />
        </Form.Item>
        {!webhook && (
          <Form.Item name="party" label={t('edit.party')} extra={t('edit.partyLead')}>
            <Input maxLength={64} className="mono" placeholder="mch_1" />
          </Form.Item>
        )}
        {save.error && <ProblemAlert error={save.error} style={{ marginBottom: 16 }} />}
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {webhook ? t('action.save') : t('edit.submit')}
        </Button>
      </Form>
    </Drawer>
  )
}

interface ChoiceProps {
  readonly id?: string
  readonly value?: EventType[]
  readonly onChange?: (types: EventType[]) => void
}

function EventChoice({ id, value = [], onChange }: ChoiceProps) {
  const { t, term } = useTexts('webhooks')
  const all = value.length === EVENT_TYPES.length
  return (
    <Flex vertical gap={6} id={id}>
      <Checkbox
        checked={all}
        indeterminate={!all && value.length > 0}
        onChange={() => onChange?.(all ? [] : EVENT_TYPES)}
      >
        {t('edit.all')}
      </Checkbox>
      <Checkbox.Group value={value} onChange={(chosen) => onChange?.(chosen as EventType[])}>
        <div className="event-choice">
          {EVENT_TYPES.map((type) => (
            <Checkbox key={type} value={type} aria-label={type}>
              {term('events', type)}
            </Checkbox>
          ))}
        </div>
      </Checkbox.Group>
    </Flex>
  )
}
