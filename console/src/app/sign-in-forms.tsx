import { Alert, Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTexts } from '../texts.ts'

interface FormProps<Values> {
  readonly busy: boolean
  readonly onDone: (values: Values) => void
}

function Submit({ busy, label }: { readonly busy: boolean; readonly label: string }) {
  return (
    <Button type="primary" htmlType="submit" size="large" block loading={busy}>
      {label}
    </Button>
  )
}

export interface Tenant {
  readonly id: number
  readonly name: string
}

interface PasswordValues {
  readonly email: string
  readonly password: string
  readonly tenant?: number
}

/** With tenants to choose from once the server has found the email and the password in several. */
export function PasswordForm({
  busy,
  tenants,
  onDone,
}: FormProps<PasswordValues> & { readonly tenants: readonly Tenant[] }) {
  const { t } = useTexts()
  const required = [{ required: true, message: t('signIn.missing') }]
  return (
    <Form layout="vertical" requiredMark={false} onFinish={onDone}>
      <Form.Item name="email" label={t('signIn.email')} rules={required}>
        <Input type="email" autoComplete="username" autoFocus size="large" maxLength={254} />
      </Form.Item>
      <Form.Item name="password" label={t('signIn.password')} rules={required}>
        <Input.Password autoComplete="current-password" size="large" maxLength={1000} />
      </Form.Item>
      {tenants.length > 0 && (
        <Form.Item name="tenant" label={t('signIn.tenant')} extra={t('signIn.tenantWhy')} rules={required}>
          <Select size="large" options={tenants.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      )}
      <Submit busy={busy} label={t('signIn.submit')} />
    </Form>
  )
}

/** The second step: the authenticator code, or a backup code. */
export function CodeForm({
  busy,
  submit,
  onDone,
}: FormProps<{ code: string } | { backupCode: string }> & { readonly submit?: string }) {
  const { t } = useTexts()
  const [lost, setLost] = useState(false)
  return (
    <Form layout="vertical" requiredMark={false} onFinish={onDone} key={String(lost)}>
      {lost ? (
        <Form.Item
          name="backupCode"
          label={t('signIn.backupCode')}
          rules={[{ required: true, message: t('signIn.missing') }]}
        >
          <Input autoComplete="off" autoFocus size="large" maxLength={40} className="mono" />
        </Form.Item>
      ) : (
        <Form.Item
          name="code"
          label={t('signIn.code')}
          rules={[{ required: true, pattern: /^\d{6}$/, message: t('signIn.codeInvalid') }]}
        >
          <Input
            inputMode="numeric"
            autoComplete="one-time-code"
            autoFocus
            size="large"
            maxLength={6}
            className="mono"
          />
        </Form.Item>
      )}
      <Submit busy={busy} label={submit ?? t('signIn.submit')} />
      <Button type="link" block onClick={() => setLost(!lost)}>
        {lost ? t('signIn.useCode') : t('signIn.useBackupCode')}
      </Button>
    </Form>
  )
}

/** For a signed-in user without an authenticator. */
export function PasswordAgain({ busy, submit, onDone }: FormProps<{ password: string }> & { readonly submit: string }) {
  const { t } = useTexts()
  return (
    <Form layout="vertical" requiredMark={false} onFinish={onDone}>
      <Form.Item
        name="password"
        label={t('signIn.password')}
        rules={[{ required: true, message: t('signIn.missing') }]}
      >
        <Input.Password autoComplete="current-password" autoFocus size="large" maxLength={1000} />
      </Form.Item>
      <Submit busy={busy} label={submit} />
    </Form>
  )
}

export function KeyForm({ busy, onDone }: FormProps<string>) {
  const { t } = useTexts()
  return (
    <Form layout="vertical" requiredMark={false} onFinish={({ key }: { key: string }) => onDone(key.trim())}>
      <Form.Item name="key" label={t('signIn.key')} rules={[{ required: true, message: t('signIn.missing') }]}>
        <Input.Password autoFocus autoComplete="off" placeholder="rk_…" className="mono" size="large" />
      </Form.Item>
      <Submit busy={busy} label={t('signIn.submit')} />
      <Alert type="info" style={{ marginTop: 16 }} title={t('signIn.where')} />
    </Form>
  )
}
