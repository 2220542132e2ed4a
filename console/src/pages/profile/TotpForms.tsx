import type { RecoupError, Shapes } from '@recoup/sdk'
import { Button, Flex, Form, Input, QRCode, Typography } from 'antd'
import { useTexts } from '../../texts.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'

interface Props {
  readonly busy: boolean
  readonly error: RecoupError | null
  readonly onCancel: () => void
  readonly onDone: (text: string) => void
}

/** Asks for the password again, so that an unattended session cannot change the protection of the account. */
export function PasswordAsked({ busy, error, onCancel, onDone }: Props) {
  const { t } = useTexts('profile')
  return (
    <Form layout="vertical" requiredMark={false} onFinish={({ password }: { password: string }) => onDone(password)}>
      <Form.Item name="password" label={t('totp.password')} rules={[{ required: true, message: t('signIn.missing') }]}>
        <Input.Password autoComplete="current-password" autoFocus maxLength={1000} />
      </Form.Item>
      <Foot busy={busy} error={error} onCancel={onCancel} />
    </Form>
  )
}

/** The secret as a QR code and as text, and a field for the first code. */
export function Confirm({ made, busy, error, onCancel, onDone }: Props & { readonly made: Shapes['TotpSetUp'] }) {
  const { t } = useTexts('profile')
  return (
    <Form layout="vertical" requiredMark={false} onFinish={({ code }: { code: string }) => onDone(code)}>
      <Typography.Paragraph>{t('totp.scan')}</Typography.Paragraph>
      <Flex gap={20} wrap style={{ marginBottom: 16 }}>
        {/* Dark on white with a margin in both themes, because some cameras read nothing else. */}
        <div style={{ background: '#fff', padding: 10, borderRadius: 6 }}>
          <QRCode
            value={made.uri}
            size={180}
            color="#000"
            bgColor="#fff"
            bordered={false}
            aria-label={t('totp.picture')}
          />
        </div>
        <div style={{ flex: '1 1 200px', minWidth: 0 }}>
          <Typography.Text type="secondary">{t('totp.type')}</Typography.Text>
          <Typography.Paragraph className="mono secret" copyable data-totp-secret="">
            {made.secret}
          </Typography.Paragraph>
        </div>
      </Flex>
      <Form.Item
        name="code"
        label={t('signIn.code')}
        rules={[{ required: true, pattern: /^\d{6}$/, message: t('signIn.codeInvalid') }]}
      >
        <Input
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          maxLength={6}
          className="mono"
          style={{ width: 160 }}
        />
      </Form.Item>
      <Foot busy={busy} error={error} onCancel={onCancel} />
    </Form>
  )
}

function Foot({ busy, error, onCancel }: Omit<Props, 'onDone'>) {
  const { t } = useTexts('profile')
  return (
    <>
      {error && <ProblemAlert error={error} style={{ marginBottom: 16 }} />}
      <Flex gap={8}>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('totp.go')}
        </Button>
        <Button onClick={onCancel}>{t('action.cancel')}</Button>
      </Flex>
    </>
  )
}
