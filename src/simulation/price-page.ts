import { unpack } from './past-charges.ts'
import type { Known, PastGroup, Wanted } from './past-events.ts'
import type { Repricer } from './repricer.ts'

export type LookUp = (wanted: Wanted) => Promise<Known>

/** Prices a page after loading everything it needs. */
export async function pricePage(repricer: Repricer, page: readonly PastGroup[], lookUp: LookUp): Promise<void> {
  const charges = page.map(unpack)
  for (;;) {
    const wanted = repricer.wanted(charges)
    if (!wanted) break
    repricer.learn(await lookUp(wanted))
  }
  repricer.take(charges)
}
