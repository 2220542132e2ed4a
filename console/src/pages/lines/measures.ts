export interface Measure {
  /** As the API names it. */
  readonly id: string
  /** Counted in micros of the currency of the series. */
  readonly money?: true
}

/** What a line counts beside its money, over time. */
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

/** Micros as main units, exactly; zeros at the end are left out beyond two places. */
export function fromMicros(micros: string): string {
  const [, minus = '', digits = '0'] = /^(-?)(\d+)$/.exec(micros) ?? []
  const padded = digits.padStart(PLACES + 1, '0')
  const fraction = padded.slice(-PLACES).replace(/0{1,4}$/, '')
  return `${minus}${padded.slice(0, -PLACES)}.${fraction}`
}
