import { Recoup } from '@recoup/sdk'
import { Button, Form, Input, Result } from 'antd'
import { useState } from 'react'
import { signOut } from '../auth.ts'
import { currentLanguage, useTexts } from '../texts.ts'
import { ProblemAlert } from '../ui/ProblemAlert.tsx'
import { SignedOutLayout } from './SignedOutLayout.tsx'

const client = new Recoup({ credentials: { session: true }, language: currentLanguage, retry: { retries: 0 } })
const MIN_LENGTH = 12

/** The page of a password link: sets the password of the link's user. */
export function SetPassword() {
  const { t } = useTexts()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState(false)
  const token = new URLSearchParams(window.location.search).get('token') ?? ''
  const submit = ({ password }: { password: string }) => {
    setBusy(true)
    setError(undefined)
    client
      .post('/v1/set-password', { body: { token, password } })
      .then(() => {
        // The new password has ended all sessions.
        signOut()
        setDone(true)
      }, setError)
      .finally(() => setBusy(false))
  }
  if (done) {
    return (
      <SignedOutLayout title={t('setPassword.title')}>
        <Result
          status="success"
          title={t('setPassword.done')}
          extra={
            <Button type="primary" href={import.meta.env.BASE_URL}>
              {t('signIn.submit')}
            </Button>
          }
        />
      </SignedOutLayout>
    )
  }
  return (
    <SignedOutLayout title={t('setPassword.title')} lead={t('setPassword.lead')}>
      <Form layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item
          name="password"
          label={t('setPassword.new')}
          rules={[{ required: true, min: MIN_LENGTH, message: t('setPassword.short') }]}
        >
          <Input.Password autoComplete="new-password" autoFocus size="large" maxLength={128} />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('setPassword.again')}
          dependencies={['password']}
          rules={[
            ({ getFieldValue }) => ({
              validator: async (_, value) => {
                if (value !== getFieldValue('password')) throw new Error(t('setPassword.different'))
              },
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" size="large" maxLength={128} />
        </Form.Item>
        {error !== undefined && <ProblemAlert error={error} style={{ marginBottom: 16 }} />}
        <Button type="primary" htmlType="submit" size="large" block loading={busy}>
          {t('setPassword.submit')}
        </Button>
      </Form>
    </SignedOutLayout>
  )
}
