/**
 * Whether reloading the document would succeed. Browsers remember a failed script load for the lifetime of the document, so
 * only a reload can load the script after all. Without a reachable server, a reload would leave the console.
 */
export async function isServerReachable(): Promise<boolean> {
  try {
    return (await fetch(import.meta.env.BASE_URL, { cache: 'no-store' })).ok
  } catch {
    return false
  }
}
