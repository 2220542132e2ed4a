import type { Shapes } from '@recoup/sdk'

type Version = Pick<Shapes['RateCardSummary'], 'version' | 'effectiveAt'>

/** The scheduled version that would replace a version effective from `from`, or from now. */
export function followerOf(
  versions: readonly Version[],
  from: string | undefined,
  now = new Date(),
): Version | undefined {
  const begins = from === undefined ? now.getTime() : Date.parse(from)
  return versions
    .filter(({ effectiveAt }) => Date.parse(effectiveAt) > begins)
    .toSorted((a, b) => Date.parse(a.effectiveAt) - Date.parse(b.effectiveAt) || b.version - a.version)[0]
}
