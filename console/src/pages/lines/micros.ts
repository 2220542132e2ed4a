const PLACES = 6

/** Converts micros to main units exactly, without trailing zeros beyond two decimal places. */
export function fromMicros(micros: string): string {
  const [, minus = '', digits = '0'] = /^(-?)(\d+)$/.exec(micros) ?? []
  const padded = digits.padStart(PLACES + 1, '0')
  const fraction = padded.slice(-PLACES).replace(/0{1,4}$/, '')
  return `${minus}${padded.slice(0, -PLACES)}.${fraction}`
}
