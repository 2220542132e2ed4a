import { Alert, Button, Flex, Typography } from 'antd'
import { useTexts } from '../../texts.ts'

/** Backup codes, each valid once instead of an authenticator code. The user must save them before continuing. */
export function BackupCodes({ codes, onClose }: { readonly codes: readonly string[]; readonly onClose: () => void }) {
  const { t } = useTexts('profile')
  const text = codes.join('\n')
  return (
    <>
      <Alert type="warning" showIcon title={t('totp.codes')} style={{ marginBottom: 12 }} />
      <ul className="backup-codes mono" aria-label={t('signIn.backupCode')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Flex gap={8} align="center" wrap>
        <Button type="primary" onClick={onClose}>
          {t('secret.saved')}
        </Button>
        <Typography.Text copyable={{ text }}>{t('totp.copyCodes')}</Typography.Text>
      </Flex>
    </>
  )
}
