/**
 * Currencies of ISO 4217 with their minor units, from a dated table of our own: list one as published 2024-06-25 (from
 * npm `currency-codes` 2.2.0), with later amendments by hand. `Intl` is not used: its digits follow CLDR's display
 * conventions and differ from ISO for sixteen currencies. Precious metals, test codes and "no currency" are omitted,
 * because charges never use them.
 */
import { Problem } from '../problem.ts'

export interface Currency {
  /** Three-digit ISO numeric code. */
  readonly numeric: string
  /** Decimals of the minor unit: 2 for CNY, 0 for JPY, 3 for KWD. */
  readonly digits: number
  /** First day as legal tender, for currencies introduced after the list was published (YYYY-MM-DD). */
  readonly from?: string
  /** Last day in circulation; the code remains readable for old records. */
  readonly until?: string
}

/** Amendments after the publication of the list have their own dates. */
export const currencyTable: Readonly<Record<string, Currency>> = {
  AED: { numeric: '784', digits: 2 },
  AFN: { numeric: '971', digits: 2 },
  ALL: { numeric: '008', digits: 2 },
  AMD: { numeric: '051', digits: 2 },
  ANG: { numeric: '532', digits: 2, until: '2025-06-30' },
  AOA: { numeric: '973', digits: 2 },
  ARS: { numeric: '032', digits: 2 },
  AUD: { numeric: '036', digits: 2 },
  AWG: { numeric: '533', digits: 2 },
  AZN: { numeric: '944', digits: 2 },
  BAM: { numeric: '977', digits: 2 },
  BBD: { numeric: '052', digits: 2 },
  BDT: { numeric: '050', digits: 2 },
  BGN: { numeric: '975', digits: 2, until: '2026-01-31' },
  BHD: { numeric: '048', digits: 3 },
  BIF: { numeric: '108', digits: 0 },
  BMD: { numeric: '060', digits: 2 },
  BND: { numeric: '096', digits: 2 },
  BOB: { numeric: '068', digits: 2 },
  BOV: { numeric: '984', digits: 2 },
  BRL: { numeric: '986', digits: 2 },
  BSD: { numeric: '044', digits: 2 },
  BTN: { numeric: '064', digits: 2 },
  BWP: { numeric: '072', digits: 2 },
  BYN: { numeric: '933', digits: 2 },
  BZD: { numeric: '084', digits: 2 },
  CAD: { numeric: '124', digits: 2 },
  CDF: { numeric: '976', digits: 2 },
  CHE: { numeric: '947', digits: 2 },
  CHF: { numeric: '756', digits: 2 },
  CHW: { numeric: '948', digits: 2 },
  CLF: { numeric: '990', digits: 4 },
  CLP: { numeric: '152', digits: 0 },
  CNY: { numeric: '156', digits: 2 },
  COP: { numeric: '170', digits: 2 },
  COU: { numeric: '970', digits: 2 },
  CRC: { numeric: '188', digits: 2 },
  CUC: { numeric: '931', digits: 2, until: '2021-01-01' },
  CUP: { numeric: '192', digits: 2 },
  CVE: { numeric: '132', digits: 2 },
  CZK: { numeric: '203', digits: 2 },
  DJF: { numeric: '262', digits: 0 },
  DKK: { numeric: '208', digits: 2 },
  DOP: { numeric: '214', digits: 2 },
  DZD: { numeric: '012', digits: 2 },
  EGP: { numeric: '818', digits: 2 },
  ERN: { numeric: '232', digits: 2 },
  ETB: { numeric: '230', digits: 2 },
  EUR: { numeric: '978', digits: 2 },
  FJD: { numeric: '242', digits: 2 },
  FKP: { numeric: '238', digits: 2 },
  GBP: { numeric: '826', digits: 2 },
  GEL: { numeric: '981', digits: 2 },
  GHS: { numeric: '936', digits: 2 },
  GIP: { numeric: '292', digits: 2 },
  GMD: { numeric: '270', digits: 2 },
  GNF: { numeric: '324', digits: 0 },
  GTQ: { numeric: '320', digits: 2 },
  GYD: { numeric: '328', digits: 2 },
  HKD: { numeric: '344', digits: 2 },
  HNL: { numeric: '340', digits: 2 },
  HRK: { numeric: '191', digits: 2, until: '2023-01-14' },
  HTG: { numeric: '332', digits: 2 },
  HUF: { numeric: '348', digits: 2 },
  IDR: { numeric: '360', digits: 2 },
  ILS: { numeric: '376', digits: 2 },
  INR: { numeric: '356', digits: 2 },
  IQD: { numeric: '368', digits: 3 },
  IRR: { numeric: '364', digits: 2 },
  ISK: { numeric: '352', digits: 0 },
  JMD: { numeric: '388', digits: 2 },
  JOD: { numeric: '400', digits: 3 },
  JPY: { numeric: '392', digits: 0 },
  KES: { numeric: '404', digits: 2 },
  KGS: { numeric: '417', digits: 2 },
  KHR: { numeric: '116', digits: 2 },
  KMF: { numeric: '174', digits: 0 },
  KPW: { numeric: '408', digits: 2 },
  KRW: { numeric: '410', digits: 0 },
  KWD: { numeric: '414', digits: 3 },
  KYD: { numeric: '136', digits: 2 },
  KZT: { numeric: '398', digits: 2 },
  LAK: { numeric: '418', digits: 2 },
  LBP: { numeric: '422', digits: 2 },
  LKR: { numeric: '144', digits: 2 },
  LRD: { numeric: '430', digits: 2 },
  LSL: { numeric: '426', digits: 2 },
  LYD: { numeric: '434', digits: 3 },
  MAD: { numeric: '504', digits: 2 },
  MDL: { numeric: '498', digits: 2 },
  MGA: { numeric: '969', digits: 2 },
  MKD: { numeric: '807', digits: 2 },
  MMK: { numeric: '104', digits: 2 },
  MNT: { numeric: '496', digits: 2 },
  MOP: { numeric: '446', digits: 2 },
  MRU: { numeric: '929', digits: 2 },
  MUR: { numeric: '480', digits: 2 },
  MVR: { numeric: '462', digits: 2 },
  MWK: { numeric: '454', digits: 2 },
  MXN: { numeric: '484', digits: 2 },
  MXV: { numeric: '979', digits: 2 },
  MYR: { numeric: '458', digits: 2 },
  MZN: { numeric: '943', digits: 2 },
  NAD: { numeric: '516', digits: 2 },
  NGN: { numeric: '566', digits: 2 },
  NIO: { numeric: '558', digits: 2 },
  NOK: { numeric: '578', digits: 2 },
  NPR: { numeric: '524', digits: 2 },
  NZD: { numeric: '554', digits: 2 },
  OMR: { numeric: '512', digits: 3 },
  PAB: { numeric: '590', digits: 2 },
  PEN: { numeric: '604', digits: 2 },
  PGK: { numeric: '598', digits: 2 },
  PHP: { numeric: '608', digits: 2 },
  PKR: { numeric: '586', digits: 2 },
  PLN: { numeric: '985', digits: 2 },
  PYG: { numeric: '600', digits: 0 },
  QAR: { numeric: '634', digits: 2 },
  RON: { numeric: '946', digits: 2 },
  RSD: { numeric: '941', digits: 2 },
  RUB: { numeric: '643', digits: 2 },
  RWF: { numeric: '646', digits: 0 },
  SAR: { numeric: '682', digits: 2 },
  SBD: { numeric: '090', digits: 2 },
  SCR: { numeric: '690', digits: 2 },
  SDG: { numeric: '938', digits: 2 },
  SEK: { numeric: '752', digits: 2 },
  SGD: { numeric: '702', digits: 2 },
  SHP: { numeric: '654', digits: 2 },
  SLE: { numeric: '925', digits: 2 },
  SLL: { numeric: '694', digits: 2, until: '2024-03-31' },
  SOS: { numeric: '706', digits: 2 },
  SRD: { numeric: '968', digits: 2 },
  SSP: { numeric: '728', digits: 2 },
  STN: { numeric: '930', digits: 2 },
  SVC: { numeric: '222', digits: 2 },
  SYP: { numeric: '760', digits: 2 },
  SZL: { numeric: '748', digits: 2 },
  THB: { numeric: '764', digits: 2 },
  TJS: { numeric: '972', digits: 2 },
  TMT: { numeric: '934', digits: 2 },
  TND: { numeric: '788', digits: 3 },
  TOP: { numeric: '776', digits: 2 },
  TRY: { numeric: '949', digits: 2 },
  TTD: { numeric: '780', digits: 2 },
  TWD: { numeric: '901', digits: 2 },
  TZS: { numeric: '834', digits: 2 },
  UAH: { numeric: '980', digits: 2 },
  UGX: { numeric: '800', digits: 0 },
  USD: { numeric: '840', digits: 2 },
  USN: { numeric: '997', digits: 2 },
  UYI: { numeric: '940', digits: 0 },
  UYU: { numeric: '858', digits: 2 },
  UYW: { numeric: '927', digits: 4 },
  UZS: { numeric: '860', digits: 2 },
  VED: { numeric: '926', digits: 2 },
  VES: { numeric: '928', digits: 2 },
  VND: { numeric: '704', digits: 0 },
  VUV: { numeric: '548', digits: 0 },
  WST: { numeric: '882', digits: 2 },
  XAF: { numeric: '950', digits: 0 },
  XCD: { numeric: '951', digits: 2 },
  XCG: { numeric: '532', digits: 2, from: '2025-03-31' },
  XOF: { numeric: '952', digits: 0 },
  XPF: { numeric: '953', digits: 0 },
  YER: { numeric: '886', digits: 2 },
  ZAR: { numeric: '710', digits: 2 },
  ZMW: { numeric: '967', digits: 2 },
  ZWG: { numeric: '924', digits: 2 },
  ZWL: { numeric: '932', digits: 2, until: '2024-08-31' },
}

/**
 * Units that are not money are lower-case, because one ledger holds money and privacy budgets: `nano-rho`. A product
 * declares the units that it uses, a rate card those of its own (src/catalog/units.ts).
 */
const OWN_UNIT = /^[a-z][a-z0-9-]{1,31}$/

const digitsOf = new Map(Object.entries(currencyTable).map(([code, currency]) => [code, currency.digits]))

/**
 * Returns the decimals of the smallest amount used outside the ledger: 0 … 4 for a currency, 0 for any other unit (whole
 * units only). It refuses nothing, so that stored amounts can always be shown; {@link checkUnit} checks requests.
 */
export function minorDigits(unit: string): number {
  return digitsOf.get(unit) ?? 0
}

/** Whether this can name a custom unit: lower-case, and not an ISO code in lower case. */
export function isOwnUnit(unit: string): boolean {
  return OWN_UNIT.test(unit) && !digitsOf.has(unit.toUpperCase())
}

/**
 * Checks that this is an ISO currency or can name a custom unit.
 * @throws Problem `currency_unknown`.
 */
export function checkUnit(unit: string): void {
  if (!digitsOf.has(unit) && !isOwnUnit(unit)) throw new Problem('currency_unknown', { unit: unit.slice(0, 40) })
}

/**
 * Whether this is a currency that may be charged on a day (YYYY-MM-DD); withdrawn ones stay readable in old records.
 */
export function isCurrency(unit: string, day?: string): boolean {
  const currency = Object.hasOwn(currencyTable, unit) ? currencyTable[unit] : undefined
  if (!currency) return false
  if (!day) return true
  return (!currency.from || currency.from <= day) && (!currency.until || day <= currency.until)
}
