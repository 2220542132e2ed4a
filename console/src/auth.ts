/**
 * Who is signed in, by one of two ways: an API key typed in (kept as long as the tab is open), or a session whose cookie
 * only the browser sees. Nothing else of the console knows which.
 */
import type { Credentials } from '@recoup/sdk'
import { useSyncExternalStore } from 'react'
import { kept } from './kept.ts'

export interface Person {
  /** What to call them. */
  readonly name: string
  /** What they may do; undefined: not known beforehand, and the API says so when it is tried. */
  readonly scopes?: readonly string[]
  /** The party that they belong to, where they see only what is its own. */
  readonly party?: string
}

export type Signed = { readonly by: 'key'; readonly key: string } | { readonly by: 'session'; readonly person: Person }

const keptKey = kept('recoup.key', 'closed')
const listeners = new Set<() => void>()
let signed: Signed | undefined = fromKept()

function fromKept(): Signed | undefined {
  const key = keptKey.read()
  return key ? { by: 'key', key } : undefined
}

export function signIn(how: Signed): void {
  keptKey.write(how.by === 'key' ? how.key : null)
  set(how)
}

/** Forgets who it was here; ending a session on the server is its caller's. */
export function signOut(): void {
  keptKey.write(null)
  set(undefined)
}

function set(next: Signed | undefined): void {
  signed = next
  for (const listener of listeners) listener()
}

export function useSigned(): Signed | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => signed,
  )
}

/** For the client: asked before each request. */
export function credentials(): Credentials | undefined {
  if (!signed) return undefined
  return signed.by === 'key' ? { key: signed.key } : { session: true }
}

/** Whether a page is worth showing in the navigation. */
export function mayUse(who: Signed | undefined, scope: string | undefined): boolean {
  const scopes = who?.by === 'session' ? who.person.scopes : undefined
  return scope === undefined || scopes === undefined || scopes.includes(scope)
}
