import type { Shapes } from '@recoup/sdk'
import { useTexts } from '../../texts.ts'

/** Explains the numbers of users: over several months, a user is counted more than once. */
export function UserMonths({ whole }: { readonly whole: Shapes['WholeReport'] }) {
  const { t } = useTexts('overview')
  return <p className="user-months">{t('userMonths', { count: whole.users.months.length })}</p>
}
