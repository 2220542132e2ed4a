/** Rate cards that somebody edits in this tab: what was typed outlives the page until it is published or thrown away. */
import type { Answer } from '@recoup/sdk'
import { type StoredText, storedText } from '../../browser-storage.ts'

const drafts = new Map<string, StoredText>()

/** One for each version that is edited, and nobody else's: the next who signs in here may be of another tenant. */
export function draftOf({ tenant, user }: Answer<'/v1/me'>, version: number): StoredText {
  const name = `recoup.rate-card.${tenant.id}.${user?.id ?? 'key'}.${version}`
  const draft = drafts.get(name) ?? storedText(name, 'tab')
  drafts.set(name, draft)
  return draft
}
