/** Light or dark mode: the system's preference, until the user chooses one. */
import { useSyncExternalStore } from 'react'
import { storedText } from '../browser-storage.ts'

const storedChoice = storedText('recoup.theme')
const system = window.matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()
let choice = storedChoice.read()

const isDark = () => (choice === 'dark' || choice === 'light' ? choice === 'dark' : system.matches)

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  system.addEventListener('change', listener)
  return () => {
    listeners.delete(listener)
    system.removeEventListener('change', listener)
  }
}

export function useDarkMode(): boolean {
  return useSyncExternalStore(subscribe, isDark)
}

export function chooseDarkMode(dark: boolean): void {
  choice = dark ? 'dark' : 'light'
  storedChoice.write(choice)
  for (const listener of listeners) listener()
}
