/**
 * Whether the server would answer if the document were loaded anew. Browsers remember a script that did not come as long
 * as the document lives, so that is the way to load it after all; without a server it leads out of the console.
 */
export async function isServerThere(): Promise<boolean> {
  try {
    return (await fetch(import.meta.env.BASE_URL, { cache: 'no-store' })).ok
  } catch {
    return false
  }
}
