import type { Shapes } from '@recoup/sdk'
import { formatInstant } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { SecretOnce } from '../../ui/SecretOnce.tsx'
import { useTimeZone } from '../../ui/time-zone.ts'

interface Props {
  readonly link: Shapes['PasswordLink'] | undefined
  readonly onClose: () => void
}

/** A link for a user to set a password, which the administrator passes on. */
export function PasswordLink({ link, onClose }: Props) {
  const { t, language } = useTexts('users')
  const timeZone = useTimeZone()
  const address =
    link &&
    `${window.location.origin}${import.meta.env.BASE_URL}set-password?token=${encodeURIComponent(link.passwordToken)}`
  const until = link && timeZone ? formatInstant(link.expiresAt, language, timeZone) : ''
  return (
    <SecretOnce
      secret={address}
      title={t('link.title', { name: link?.user.name ?? '' })}
      lead={t('link.lead', { until })}
      onClose={onClose}
    />
  )
}
