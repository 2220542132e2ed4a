/**
 * How the user is signed in: by a session cookie, which scripts cannot read, or by an API key that was typed in and is
 * stored until the tab is closed. The server knows who the user is (`useMe` in api.ts). Only this file knows the method.
 */
import type { Credentials } from '@recoup/sdk'
import { useSyncExternalStore } from 'react'
import { storedText } from './browser-storage.ts'

export type SignInMethod = { readonly by: 'key'; readonly key: string } | { readonly by: 'session' }

const storedKey = storedText('recoup.key', 'tab')
/** Records that there was a session, so that the first visit does not ask the server for one. */
const storedSession = storedText('recoup.session')
const listeners = new Set<() => void>()
let current: SignInMethod | undefined = fromStorage()

function fromStorage(): SignInMethod | undefined {
  const key = storedKey.read()
  // Returned from single sign-on without a session; the sign-in page shows the reason.
  if (new URLSearchParams(window.location.search).has('error')) storedSession.write(null)
  if (key) return { by: 'key', key }
  return storedSession.read() ? { by: 'session' } : undefined
}

export function signIn(method: SignInMethod): void {
  storedKey.write(method.by === 'key' ? method.key : null)
  storedSession.write(method.by === 'session' ? 'open' : null)
  set(method)
}

/** Call before the browser leaves for the identity provider, from which it returns with or without a session. */
export function expectSession(): void {
  storedSession.write('open')
}

/** Forgets the credentials in this browser. Ending the session on the server is left to the caller. */
export function signOut(): void {
  storedKey.write(null)
  storedSession.write(null)
  set(undefined)
}

function set(next: SignInMethod | undefined): void {
  current = next
  for (const listener of listeners) listener()
}

export function useSignedIn(): SignInMethod | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )
}

/** The credentials for the next request. */
export function credentials(): Credentials | undefined {
  if (!current) return undefined
  return current.by === 'key' ? { key: current.key } : { session: true }
}
