import type { Shapes } from '@recoup/sdk'
import { Button, Drawer, Form, Input } from 'antd'
import { recoup, useSend } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { RoleFields } from './RoleFields.tsx'

interface Props {
  readonly open: boolean
  readonly onClose: () => void
  readonly onMade: (link: Shapes['PasswordLink']) => void
}

export function AddUser({ open, onClose, onMade }: Props) {
  const { t } = useTexts('users')
  const add = useSend((body: Shapes['UserRequest']) => recoup.post('/v1/users', { body }), ['/v1/users'])
  const close = () => {
    add.reset()
    onClose()
  }
  const submit = async (values: Shapes['UserRequest']) => {
    const made = await add.mutateAsync(values).catch(() => undefined)
    if (made) onMade(made)
  }
  const required = [{ required: true, message: t('signIn.missing') }]
  return (
    <Drawer open={open} onClose={close} title={t('add.title')} size="min(480px, 100vw)" destroyOnHidden>
      <Form
        layout="vertical"
        requiredMark={false}
        initialValues={{ role: 'viewer' }}
        onFinish={(values) => void submit(values)}
      >
        <Form.Item name="email" label={t('field.email')} rules={required}>
          <Input type="email" maxLength={254} autoFocus autoComplete="off" />
        </Form.Item>
        <Form.Item name="name" label={t('field.name')} rules={required}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <RoleFields />
        {add.error && <ProblemAlert error={add.error} style={{ marginBottom: 16 }} />}
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t('add.submit')}
        </Button>
      </Form>
    </Drawer>
  )
}
