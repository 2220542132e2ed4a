import type { Shapes } from '@recoup/sdk'
import { App, Button, Drawer, Form } from 'antd'
import { recoup, useSend } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { LimitFields, type Limits } from './LimitFields.tsx'

interface Props {
  /** Undefined: closed. */
  readonly of: Shapes['ApiKey'] | undefined
  readonly onClose: () => void
}

/** Changes expiry and allow-list of a key. */
export function ChangeLimits({ of, onClose }: Props) {
  const { t } = useTexts('keys')
  const { message } = App.useApp()
  const change = useSend(
    ({ id, ...body }: { id: string } & Shapes['ApiKeyChange']) =>
      recoup.patch('/v1/keys/{key}', { params: { path: { key: id } }, body }),
    ['/v1/keys'],
  )
  const close = () => {
    change.reset()
    onClose()
  }
  const submit = async ({ expiresAt, networks = [] }: Limits) => {
    if (!of) return
    const limits = { expiresAt: expiresAt ?? null, networks: networks.length > 0 ? networks : null }
    const changed = await change.mutateAsync({ id: of.id, ...limits }).catch(() => undefined)
    if (!changed) return
    void message.success(t('limits.done', { name: of.name }))
    close()
  }
  return (
    <Drawer open={of !== undefined} onClose={close} title={t('limits.title')} size="min(560px, 100vw)" destroyOnHidden>
      <Form
        layout="vertical"
        requiredMark={false}
        initialValues={{ expiresAt: of?.expiresAt ?? undefined, networks: of?.networks ?? [] }}
        onFinish={(values: Limits) => void submit(values)}
      >
        <LimitFields />
        {change.error && <ProblemAlert error={change.error} style={{ marginBottom: 16 }} />}
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('limits.submit')}
        </Button>
      </Form>
    </Drawer>
  )
}
