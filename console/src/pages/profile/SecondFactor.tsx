import type { Shapes } from '@recoup/sdk'
import { Alert, App, Button, Flex, Typography } from 'antd'
import { useState } from 'react'
import { recoup, useSend } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { Section } from '../../ui/Page.tsx'
import { BackupCodes } from './BackupCodes.tsx'
import { Confirm, PasswordAsked, type Proof } from './TotpForms.tsx'

type SetUp = Shapes['TotpSetUp']
type Step =
  | { readonly at: 'rest' }
  | { readonly at: 'ask'; readonly what: 'setUp' | 'renew' | 'turnOff' }
  | { readonly at: 'confirm'; readonly made: SetUp }
  | { readonly at: 'codes'; readonly codes: readonly string[] }

/** Two-factor authentication: set up with a QR code, confirmed by the first code. Backup codes are shown once. */
export function SecondFactor({ on }: { readonly on: boolean }) {
  const { t } = useTexts('profile')
  const { message } = App.useApp()
  const [step, setStep] = useState<Step>({ at: 'rest' })
  const rest = () => setStep({ at: 'rest' })
  const ask = useSend(
    async ({ what, ...body }: { what: 'setUp' | 'renew' | 'turnOff' } & Proof) => {
      if (what === 'setUp')
        setStep({ at: 'confirm', made: await recoup.post('/v1/me/totp', { body: { password: body.password } }) })
      else if (what === 'renew') {
        setStep({ at: 'codes', codes: (await recoup.post('/v1/me/totp/backup-codes', { body })).backupCodes })
      } else {
        await recoup.post('/v1/me/totp/disable', { body })
        rest()
        message.success(t('totp.turnedOff'))
      }
    },
    ['/v1/me'],
  )
  const confirm = useSend(
    async ({ code, made }: { code: string; made: SetUp }) => {
      await recoup.post('/v1/me/totp/confirm', { body: { code } })
      message.success(t('totp.turnedOn'))
      setStep({ at: 'codes', codes: made.backupCodes })
    },
    ['/v1/me'],
  )
  const begin = (what: 'setUp' | 'renew' | 'turnOff') => {
    ask.reset()
    confirm.reset()
    setStep({ at: 'ask', what })
  }
  return (
    <Section
      title={t('totp.title')}
      extra={<span className={on ? 'status status-good' : 'status'}>{on ? t('totp.on') : t('totp.off')}</span>}
    >
      <Typography.Paragraph type="secondary">{t('totp.lead')}</Typography.Paragraph>
      {step.at === 'rest' && (
        <Flex gap={8} wrap>
          {on ? (
            <>
              <Button onClick={() => begin('renew')}>{t('totp.renew')}</Button>
              <Button danger onClick={() => begin('turnOff')}>
                {t('totp.turnOff')}
              </Button>
            </>
          ) : (
            <Button type="primary" onClick={() => begin('setUp')}>
              {t('totp.setUp')}
            </Button>
          )}
        </Flex>
      )}
      {step.at === 'ask' && (
        <>
          {step.what !== 'setUp' && (
            <Alert
              type="warning"
              showIcon
              title={step.what === 'renew' ? t('totp.renewLead') : t('totp.turnOffLead')}
              style={{ marginBottom: 16 }}
            />
          )}
          <PasswordAsked
            busy={ask.isPending}
            error={ask.error}
            onCancel={rest}
            withCode={step.what !== 'setUp'}
            onDone={(proof) => ask.mutate({ what: step.what, ...proof })}
          />
        </>
      )}
      {step.at === 'confirm' && (
        <Confirm
          made={step.made}
          busy={confirm.isPending}
          error={confirm.error}
          onCancel={rest}
          onDone={(code) => confirm.mutate({ code, made: step.made })}
        />
      )}
      {step.at === 'codes' && <BackupCodes codes={step.codes} onClose={rest} />}
    </Section>
  )
}
