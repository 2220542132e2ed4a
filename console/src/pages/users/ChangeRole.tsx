import { App, Button, Checkbox, Drawer, Form } from 'antd'
import { recoup, useSend } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { isWaiting } from '../../ui/waiting.ts'
import { RoleFields } from './RoleFields.tsx'
import type { Role } from './roles.ts'
import type { User } from './Users.tsx'

interface Props {
  readonly user: User
  readonly open: boolean
  readonly onClose: () => void
}

interface Values {
  readonly role: Role
  readonly party?: string
  readonly keepKeys: boolean
}

export function ChangeRole({ user, open, onClose }: Props) {
  const { t } = useTexts('users')
  const { message } = App.useApp()
  const change = useSend((body: Values) =>
    recoup.post('/v1/users/{user}/role', { params: { path: { user: user.id } }, body }),
  )
  const close = () => {
    change.reset()
    onClose()
  }
  const submit = async (values: Values) => {
    const done = await change.mutateAsync(values).catch(() => undefined)
    if (!done) return
    if (isWaiting(done)) {
      message.info(t('approvals.submitted'))
      return onClose()
    }
    const { length } = done.revokedKeys
    message.success(length > 0 ? t('act.doneKeys', { count: length }) : t('changeRole.done', { name: user.name }))
    onClose()
  }
  return (
    <Drawer
      open={open}
      onClose={close}
      title={t('changeRole.of', { name: user.name })}
      size="min(480px, 100vw)"
      destroyOnHidden
    >
      <Form
        layout="vertical"
        requiredMark={false}
        initialValues={{ role: user.role, party: user.party ?? undefined, keepKeys: false }}
        onFinish={(values) => void submit(values)}
      >
        <RoleFields />
        <Form.Item name="keepKeys" valuePropName="checked" extra={t('changeRole.keysLead')}>
          <Checkbox>{t('changeRole.keepKeys')}</Checkbox>
        </Form.Item>
        {change.error && <ProblemAlert error={change.error} style={{ marginBottom: 16 }} />}
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('changeRole.submit')}
        </Button>
      </Form>
    </Drawer>
  )
}
