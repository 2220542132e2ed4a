import type { Shapes } from '@recoup/sdk'
import { useTexts } from '../../texts.ts'

/** What its numbers of users are: over several months a person is in them more than once. */
export function UserMonths({ whole }: { readonly whole: Shapes['WholeReport'] }) {
  const { t } = useTexts('overview')
  return <p className="user-months">{t('userMonths', { count: whole.users.months.length })}</p>
}
