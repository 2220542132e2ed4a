import { Alert, Modal, Typography } from 'antd'
import { recoup, useMe } from '../api.ts'
import { endStepUp, useStepUpAsked } from '../step-up.ts'
import { useTexts } from '../texts.ts'
import { ProblemAlert } from '../ui/ProblemAlert.tsx'
import { CodeForm, PasswordAgain } from './sign-in-forms.tsx'
import { useAttempt } from './useAttempt.ts'

/** Asks the user to confirm the identity when the server requires it for a request, which is then sent again. */
export function StepUp() {
  const { t } = useTexts()
  const asked = useStepUpAsked()
  const user = useMe().data?.user
  const { busy, error, attempt } = useAttempt()
  const confirm = (body: { code: string } | { backupCode: string } | { password: string }) =>
    attempt(async () => {
      await recoup.post('/v1/me/step-up', { body })
      endStepUp(true)
    })
  return (
    <Modal
      open={asked}
      title={t('stepUp.title')}
      onCancel={() => endStepUp(false)}
      footer={null}
      width={420}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <Typography.Paragraph>{t('stepUp.lead')}</Typography.Paragraph>
      {user?.totp && <CodeForm busy={busy} submit={t('stepUp.confirm')} onDone={confirm} />}
      {user && !user.totp && user.hasPassword && (
        <PasswordAgain busy={busy} submit={t('stepUp.confirm')} onDone={confirm} />
      )}
      {user && !user.totp && !user.hasPassword && <Alert type="info" showIcon title={t('stepUp.signInAgain')} />}
      {error !== undefined && <ProblemAlert error={error} style={{ marginTop: 16 }} />}
    </Modal>
  )
}
