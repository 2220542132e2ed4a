import { isRecoupError, Recoup } from '@recoup/sdk'
import { Alert, Button, Card, Flex, Form, Input, Typography } from 'antd'
import { useEffect, useState } from 'react'
import { signIn } from '../auth.ts'
import { currentLanguage, useTexts } from '../texts.ts'
import { ProblemAlert } from '../ui/ProblemAlert.tsx'
import { Brand } from './Brand.tsx'
import { Preferences } from './Preferences.tsx'

/** Whether the server knows the key. One that may not read the catalog is known all the same. */
async function tryKey(key: string): Promise<void> {
  try {
    await new Recoup({ credentials: { key }, language: currentLanguage, retry: { retries: 1 } }).get('/v1/products')
  } catch (error) {
    if (!isRecoupError(error, 'scope_missing')) throw error
  }
}

export function SignIn() {
  const { t } = useTexts()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    document.title = `${t('signIn.title')} · Recoup`
  }, [t])
  const submit = async ({ key }: { key: string }) => {
    setBusy(true)
    setError(undefined)
    try {
      await tryKey(key.trim())
      signIn({ by: 'key', key: key.trim() })
    } catch (failed) {
      setError(failed)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Flex vertical style={{ minHeight: '100vh' }}>
      <Flex justify="space-between" align="center" style={{ padding: '10px 16px' }} component="header">
        <Brand />
        <Preferences />
      </Flex>
      <Flex component="main" flex={1} justify="center" align="center" style={{ padding: '16px 16px 12vh' }}>
        <Card style={{ width: '100%', maxWidth: 420 }}>
          <Typography.Title level={1} style={{ fontSize: 22, marginTop: 0 }}>
            {t('signIn.title')}
          </Typography.Title>
          <Typography.Paragraph type="secondary">{t('signIn.detail')}</Typography.Paragraph>
          <Form layout="vertical" requiredMark={false} onFinish={submit}>
            <Form.Item name="key" label={t('signIn.key')} rules={[{ required: true, message: t('signIn.keyMissing') }]}>
              <Input.Password autoFocus autoComplete="off" placeholder="rk_…" className="mono" size="large" />
            </Form.Item>
            {error !== undefined && <ProblemAlert error={error} style={{ marginBottom: 16 }} />}
            <Button type="primary" htmlType="submit" size="large" block loading={busy}>
              {t('signIn.submit')}
            </Button>
          </Form>
          <Alert type="info" style={{ marginTop: 16 }} title={t('signIn.where')} />
        </Card>
      </Flex>
    </Flex>
  )
}
