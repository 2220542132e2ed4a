/**
 * How whoever is here is signed in: by the cookie of a session, which only the browser sees, or by an API key typed in,
 * kept as long as the tab is open. Who it is, the server says (`useMe` in api.ts). Nothing else of the console knows which.
 */
import type { Credentials } from '@recoup/sdk'
import { useSyncExternalStore } from 'react'
import { kept } from './kept.ts'

export type Signed = { readonly by: 'key'; readonly key: string } | { readonly by: 'session' }

const keptKey = kept('recoup.key', 'closed')
/** That there was a session: without it, nobody is asked for at the first visit. */
const keptSession = kept('recoup.session')
const listeners = new Set<() => void>()
let signed: Signed | undefined = fromKept()

function fromKept(): Signed | undefined {
  const key = keptKey.read()
  // Came back from the company's sign-in without a session; the page to sign in says why.
  if (new URLSearchParams(window.location.search).has('error')) keptSession.write(null)
  if (key) return { by: 'key', key }
  return keptSession.read() ? { by: 'session' } : undefined
}

export function signIn(how: Signed): void {
  keptKey.write(how.by === 'key' ? how.key : null)
  keptSession.write(how.by === 'session' ? 'open' : null)
  set(how)
}

/** Before the browser leaves for somebody who signs people in, and comes back with a session, or without one. */
export function expectSession(): void {
  keptSession.write('open')
}

/** Forgets here how it was; ending a session on the server is its caller's. */
export function signOut(): void {
  keptKey.write(null)
  keptSession.write(null)
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
