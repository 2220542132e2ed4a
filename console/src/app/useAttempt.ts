import { useState } from 'react'

/** One request of a form at a time, with its error. */
export function useAttempt() {
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const attempt = (act: () => Promise<void>) => {
    setBusy(true)
    setError(undefined)
    act()
      .catch(setError)
      .finally(() => setBusy(false))
  }
  return { busy, error, attempt, clear: () => setError(undefined) }
}
