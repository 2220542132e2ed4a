export interface Measure {
  /** The name in the API. */
  readonly id: string
  /** Whether the value is an amount, in micros of the currency of the series. */
  readonly money?: true
}

/** What each line counts in addition to amounts. */
export const MEASURES: Readonly<Record<string, readonly Measure[]>> = {
  ads: [{ id: 'impressions' }],
  goods: [{ id: 'units' }],
  payments: [{ id: 'volume', money: true }],
  enterprise: [],
  commerce: [
    { id: 'volume', money: true },
    { id: 'promotedVolume', money: true },
  ],
  data: [],
  crossborder: [{ id: 'volume', money: true }],
  apis: [{ id: 'calls' }],
}

const PLACES = 6

/** Converts micros to main units exactly, without trailing zeros beyond two decimal places. */
export function fromMicros(micros: string): string {
  const [, minus = '', digits = '0'] = /^(-?)(\d+)$/.exec(micros) ?? []
  const padded = digits.padStart(PLACES + 1, '0')
  const fraction = padded.slice(-PLACES).replace(/0{1,4}$/, '')
  return `${minus}${padded.slice(0, -PLACES)}.${fraction}`
}
