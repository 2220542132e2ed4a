import { App, Button, Form, Input } from 'antd'
import { recoup, useSend } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { Section } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'

const SHORTEST = 12
const LONGEST = 128

interface Values {
  readonly currentPassword: string
  readonly newPassword: string
  readonly again: string
}

export function Password() {
  const { t } = useTexts('profile')
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const change = useSend(
    ({ currentPassword, newPassword }: Values) =>
      recoup.put('/v1/me/password', { body: { currentPassword, newPassword } }),
    ['/v1/sessions'],
  )
  const submit = async (values: Values) => {
    if (!(await change.mutateAsync(values).catch(() => undefined))) return
    form.resetFields()
    message.success(t('password.done'))
  }
  return (
    <Section title={t('password.title')}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void submit(values)}>
        <Form.Item
          name="currentPassword"
          label={t('password.current')}
          rules={[{ required: true, message: t('signIn.missing') }]}
        >
          <Input.Password autoComplete="current-password" maxLength={1000} />
        </Form.Item>
        <Form.Item
          name="newPassword"
          label={t('setPassword.new')}
          extra={t('password.lead')}
          rules={[{ required: true, min: SHORTEST, message: t('setPassword.short') }]}
        >
          <Input.Password autoComplete="new-password" maxLength={LONGEST} />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('setPassword.again')}
          dependencies={['newPassword']}
          rules={[
            ({ getFieldValue }) => ({
              validator: async (_, value) => {
                if (value !== getFieldValue('newPassword')) throw new Error(t('setPassword.different'))
              },
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" maxLength={LONGEST} />
        </Form.Item>
        {change.error && <ProblemAlert error={change.error} style={{ marginBottom: 16 }} />}
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('password.submit')}
        </Button>
      </Form>
    </Section>
  )
}
