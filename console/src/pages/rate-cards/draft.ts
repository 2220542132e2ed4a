/** Drafts of rate cards in this tab. A draft survives leaving the page until it is published or discarded. */
import type { Answer } from '@recoup/sdk'
import { type StoredText, storedText } from '../../browser-storage.ts'

const drafts = new Map<string, StoredText>()

/** One draft per user and edited version, because the next user of this tab may belong to another tenant. */
export function draftOf({ tenant, user }: Answer<'/v1/me'>, version: number): StoredText {
  const name = `recoup.rate-card.${tenant.id}.${user?.id ?? 'key'}.${version}`
  const draft = drafts.get(name) ?? storedText(name, 'tab')
  drafts.set(name, draft)
  return draft
}
