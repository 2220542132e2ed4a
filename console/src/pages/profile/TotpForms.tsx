import type { RecoupError, Shapes } from '@recoup/sdk'
import { Button, Flex, Form, Input, QRCode, Typography } from 'antd'
import { useTexts } from '../../texts.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'

interface Props<Given = string> {
  readonly busy: boolean
  readonly error: RecoupError | null
  readonly onCancel: () => void
  readonly onDone: (given: Given) => void
}

/** What a change of the second factor needs. */
export interface Proof {
  readonly password: string
  readonly code?: string
  readonly backupCode?: string
}

const CODE = /^\d{6}$/

/**
 * Asks for the password again, so that an unattended session cannot change the protection of the account; with a code as
 * well where there is an authenticator.
 */
export function PasswordAsked({ withCode, onDone, ...foot }: Props<Proof> & { readonly withCode: boolean }) {
  const { t } = useTexts('profile')
  const required = [{ required: true, message: t('signIn.missing') }]
  const finish = ({ password, text }: { password: string; text?: string }) => {
    const code = text?.trim()
    onDone(code === undefined ? { password } : { password, ...(CODE.test(code) ? { code } : { backupCode: code }) })
  }
  return (
    <Form layout="vertical" requiredMark={false} onFinish={finish}>
      <Form.Item name="password" label={t('totp.password')} rules={required}>
        <Input.Password autoComplete="current-password" autoFocus maxLength={1000} />
      </Form.Item>
      {withCode && (
        <Form.Item name="text" label={t('totp.anyCode')} rules={required}>
          <Input autoComplete="one-time-code" maxLength={40} className="mono" style={{ width: 200 }} />
        </Form.Item>
      )}
      <Foot {...foot} />
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
