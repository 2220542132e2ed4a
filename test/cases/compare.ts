/** Compares figures as exact decimals, at the precision that a case states. */
const NUMBER = /-?\d+(?:\.\d+)?/
const SCALE = 18

/** Parses a figure in 10⁻¹⁸, with the number of decimals that it states. */
function read(value: unknown): { scaled: bigint; decimals: number } | undefined {
  const text = NUMBER.exec(String(value).replace(/,/g, ''))?.[0]
  if (text === undefined || typeof value === 'boolean') return undefined
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.')
  const scaled = BigInt(whole + fraction.slice(0, SCALE).padEnd(SCALE, '0'))
  return { scaled: text.startsWith('-') ? -scaled : scaled, decimals: Math.min(fraction.length, SCALE) }
}

/**
 * Returns whether our figure agrees with the expected one: it is equal; or the expected one has two or more decimals
 * and ours is equal after rounding to as many (half away from zero); or it is within the tolerance of the case.
 */
export function agrees(expected: unknown, actual: unknown, tolerance: unknown): boolean {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length < expected.length) return false
    return expected.every((one, index) => agrees(one, actual[index], tolerance))
  }
  const [theirs, ours] = [read(expected), read(actual)]
  if (!theirs || !ours) return String(expected) === String(actual)
  if (theirs.scaled === ours.scaled) return true
  const off = theirs.scaled > ours.scaled ? theirs.scaled - ours.scaled : ours.scaled - theirs.scaled
  return (
    off <= allowance(tolerance, theirs) ||
    (theirs.decimals >= 2 && rounded(ours.scaled, theirs.decimals) === theirs.scaled)
  )
}

function allowance(tolerance: unknown, { scaled, decimals }: { scaled: bigint; decimals: number }): bigint {
  if (tolerance === 'half unit of last digit') return 10n ** BigInt(SCALE - decimals) / 2n
  const digits = /^(\d+) significant digits$/.exec(String(tolerance))?.[1]
  if (digits) {
    const magnitude = (scaled < 0n ? -scaled : scaled).toString().length - Number(digits)
    return magnitude > 0 ? 10n ** BigInt(magnitude) / 2n : 0n
  }
  const power = /^1e-(\d+)$/.exec(String(tolerance))?.[1]
  if (power && Number(power) <= SCALE) return 10n ** BigInt(SCALE - Number(power))
  return typeof tolerance === 'number' ? (read(tolerance)?.scaled ?? 0n) : 0n
}

function rounded(scaled: bigint, decimals: number): bigint {
  const grain = 10n ** BigInt(SCALE - decimals)
  const size = scaled < 0n ? -scaled : scaled
  const up = ((size + grain / 2n) / grain) * grain
  return scaled < 0n ? -up : up
}
