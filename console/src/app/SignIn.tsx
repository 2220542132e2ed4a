import { Recoup } from '@recoup/sdk'
import { Alert, Button, Divider } from 'antd'
import { useEffect, useState } from 'react'
import { expectSession, signIn } from '../auth.ts'
import { currentLanguage, useTexts } from '../texts.ts'
import { ProblemAlert } from '../ui/ProblemAlert.tsx'
import { SignedOutLayout } from './SignedOutLayout.tsx'
import { CodeForm, KeyForm, PasswordForm, type Tenant } from './sign-in-forms.tsx'
import { useAttempt } from './useAttempt.ts'

/** A client for signing in: uses cookies and no key. It never retries, because the server counts attempts. */
const signInClient = new Recoup({ credentials: { session: true }, language: currentLanguage, retry: { retries: 0 } })

async function tryKey(key: string): Promise<void> {
  await new Recoup({ credentials: { key }, language: currentLanguage, retry: { retries: 1 } }).get('/v1/me')
  signIn({ by: 'key', key })
}

const PAGE = /^\/console(\/[\w./~-]*)?$/

async function startSingleSignOn(): Promise<void> {
  const { pathname } = window.location
  // Return to the requested page, provided that the server accepts the path as a page of the console.
  const returnTo = PAGE.test(pathname) && !pathname.endsWith('/sign-in') ? pathname : import.meta.env.BASE_URL
  const { url } = await signInClient.post('/v1/sign-in/oidc', { body: { returnTo } })
  expectSession()
  window.location.assign(url)
}

type Step = 'password' | 'code' | 'key'

export function SignIn() {
  const { t } = useTexts()
  const [step, setStep] = useState<Step>('password')
  const { busy, error, attempt, clear } = useAttempt()
  const switchTo = (next: Step) => {
    clear()
    setStep(next)
  }
  const [tenants, setTenants] = useState<readonly Tenant[]>([])
  const finish = async (response: Promise<{ status: string; tenants?: readonly Tenant[] }>) => {
    const answer = await response
    setTenants(answer.tenants ?? [])
    if (answer.status === 'second_factor_required') switchTo('code')
    else if (answer.status === 'signed_in') signIn({ by: 'session' })
  }
  const lead = { password: t('signIn.passwordLead'), code: t('signIn.codeLead'), key: t('signIn.keyLead') }[step]
  return (
    <SignedOutLayout title={t('signIn.title')} lead={lead}>
      {step === 'password' && <Returned />}
      {step === 'password' && (
        <PasswordForm
          busy={busy}
          tenants={tenants}
          onDone={(body) => attempt(() => finish(signInClient.post('/v1/sign-in', { body })))}
        />
      )}
      {step === 'code' && (
        <CodeForm
          busy={busy}
          onDone={(body) => attempt(() => finish(signInClient.post('/v1/sign-in/second-factor', { body })))}
        />
      )}
      {step === 'key' && <KeyForm busy={busy} onDone={(key) => attempt(() => tryKey(key))} />}
      {error !== undefined && <ProblemAlert error={error} style={{ marginTop: 16 }} />}
      <Divider plain>{t('signIn.or')}</Divider>
      {step === 'password' && <SingleSignOn busy={busy} onStart={() => attempt(startSingleSignOn)} />}
      <Button block onClick={() => switchTo(step === 'password' ? 'key' : 'password')}>
        {step === 'password' ? t('signIn.withKey') : t('signIn.withPassword')}
      </Button>
    </SignedOutLayout>
  )
}

/** The button for single sign-on, if the server offers it. */
function SingleSignOn({ busy, onStart }: { readonly busy: boolean; readonly onStart: () => void }) {
  const { t } = useTexts()
  const [name, setName] = useState<string>()
  useEffect(() => {
    // Without a response, the button is not shown.
    signInClient.get('/v1/sign-in').then(
      ({ oidc }) => setName(oidc?.name),
      () => {},
    )
  }, [])
  if (!name) return null
  return (
    <Button block loading={busy} onClick={onStart} style={{ marginBottom: 8 }}>
      {t('signIn.withCompany', { name })}
    </Button>
  )
}

/** Why single sign-on returned without a session. */
function Returned() {
  const { t, term } = useTexts()
  const code = new URLSearchParams(window.location.search).get('error')
  if (!code) return null
  const words = term('signInError', code)
  return (
    <Alert
      type="error"
      showIcon
      title={t('signIn.returned')}
      // Identity providers may send codes of their own.
      description={words === code ? `${t('signInError.oidc_failed')} (${code})` : words}
      style={{ marginBottom: 16 }}
    />
  )
}
