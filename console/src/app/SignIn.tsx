import { Recoup } from '@recoup/sdk'
import { Alert, Button, Divider } from 'antd'
import { useEffect, useState } from 'react'
import { expectSession, signIn } from '../auth.ts'
import { currentLanguage, useTexts } from '../texts.ts'
import { ProblemAlert } from '../ui/ProblemAlert.tsx'
import { SignedOutLayout } from './SignedOutLayout.tsx'
import { CodeForm, KeyForm, PasswordForm } from './sign-in-forms.tsx'

/** Before anybody is signed in: cookies are taken and sent, a key is not. Attempts are counted: none is made twice. */
const door = new Recoup({ credentials: { session: true }, language: currentLanguage, retry: { retries: 0 } })

async function tryKey(key: string): Promise<void> {
  await new Recoup({ credentials: { key }, language: currentLanguage, retry: { retries: 1 } }).get('/v1/me')
  signIn({ by: 'key', key })
}

const PAGE = /^\/console(\/[\w./~-]*)?$/

async function toCompany(): Promise<void> {
  const { pathname } = window.location
  // Back to where one wanted to go, as far as the server takes it for a page of the console.
  const returnTo = PAGE.test(pathname) && !pathname.endsWith('/sign-in') ? pathname : import.meta.env.BASE_URL
  const { url } = await door.post('/v1/sign-in/oidc', { body: { returnTo } })
  expectSession()
  window.location.assign(url)
}

type Step = 'password' | 'code' | 'key'

export function SignIn() {
  const { t } = useTexts()
  const [step, setStep] = useState<Step>('password')
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const attempt = (act: () => Promise<void>) => {
    setBusy(true)
    setError(undefined)
    act()
      .catch(setError)
      .finally(() => setBusy(false))
  }
  const turn = (next: Step) => {
    setError(undefined)
    setStep(next)
  }
  const enter = async (answer: Promise<{ status: string }>) => {
    if ((await answer).status === 'second_factor_required') turn('code')
    else signIn({ by: 'session' })
  }
  const lead = { password: t('signIn.passwordLead'), code: t('signIn.codeLead'), key: t('signIn.keyLead') }[step]
  return (
    <SignedOutLayout title={t('signIn.title')} lead={lead}>
      {step === 'password' && <Returned />}
      {step === 'password' && (
        <PasswordForm busy={busy} onDone={(body) => attempt(() => enter(door.post('/v1/sign-in', { body })))} />
      )}
      {step === 'code' && (
        <CodeForm
          busy={busy}
          onDone={(body) => attempt(() => enter(door.post('/v1/sign-in/second-factor', { body })))}
        />
      )}
      {step === 'key' && <KeyForm busy={busy} onDone={(key) => attempt(() => tryKey(key))} />}
      {error !== undefined && <ProblemAlert error={error} style={{ marginTop: 16 }} />}
      <Divider plain>{t('signIn.or')}</Divider>
      {step === 'password' && <Company busy={busy} onGo={() => attempt(toCompany)} />}
      <Button block onClick={() => turn(step === 'password' ? 'key' : 'password')}>
        {step === 'password' ? t('signIn.withKey') : t('signIn.withPassword')}
      </Button>
    </SignedOutLayout>
  )
}

/** The company's own sign-in, where the server has one. */
function Company({ busy, onGo }: { readonly busy: boolean; readonly onGo: () => void }) {
  const { t } = useTexts()
  const [name, setName] = useState<string>()
  useEffect(() => {
    // Without an answer there is one button less.
    door.get('/v1/sign-in').then(
      ({ oidc }) => setName(oidc?.name),
      () => {},
    )
  }, [])
  if (!name) return null
  return (
    <Button block loading={busy} onClick={onGo} style={{ marginBottom: 8 }}>
      {t('signIn.withCompany', { name })}
    </Button>
  )
}

/** Why the company's sign-in sent the browser back without a session. */
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
      // Issuers have codes of their own.
      description={words === code ? `${t('signInError.oidc_failed')} (${code})` : words}
      style={{ marginBottom: 16 }}
    />
  )
}
