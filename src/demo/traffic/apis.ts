/** Platform APIs: calls, hosts by the hour, reserved rates by the month; all from prepaid wallets. */
import { monthStart, office, steady } from '../calendar.ts'
import { between, favorite, pick, sizeAt } from '../chance.ts'
import { fen, type Occasion, part, type Returning, type Source, shareOf } from '../source.ts'

function developer({ scene, draw }: Occasion, industries: readonly string[]): string {
  return favorite(
    draw,
    scene.cast.developers.filter(({ industry }) => industries.includes(industry)),
  ).id
}

const returns: Returning = { rate: 0.008, days: [1, 15], reasons: [['billing-error', 1]], ask: part(0.1, 0.5) }
const wallet = (party: string, units: number) => ({ path: `${party}/wallet`, amount: fen(units) + fen(0.01) })

const ocr: Source = {
  line: 'apis',
  product: 'ocr',
  growth: 0.35,
  curve: office,
  yearly: shareOf(0.03, 20, 0.35),
  make(occasion) {
    const party = developer(occasion, ['finance', 'healthcare'])
    const calls = Math.max(10, Math.round(2_400 * sizeAt(occasion.even)))
    const failed = Math.floor(calls * 0.02 * occasion.draw())
    const packs = occasion.draw() < 0.15
    const event = { developer: party, calls, failed, ...(packs && { soldPer: 'thousand-calls' }) }
    return { event, spends: wallet(party, 0.005 * (calls + 1_000)) }
  },
  returns,
}

const compute: Source = {
  line: 'apis',
  product: 'compute',
  growth: 0.28,
  curve: steady,
  yearly: shareOf(0.02, 20, 0.28),
  make(occasion) {
    const party = developer(occasion, ['internet', 'games'])
    const gigabytes = pick(occasion.draw, [4, 8, 8, 16, 32])
    const seconds = Math.max(600, Math.round(43_200 * sizeAt(occasion.even)))
    const event = { developer: party, gigabytes: String(gigabytes), seconds }
    return { event, spends: wallet(party, (0.08 * gigabytes * seconds) / 3_600) }
  },
  returns,
}

const semantic: Source = {
  line: 'apis',
  product: 'semantic',
  growth: 0.4,
  curve: monthStart,
  yearly: shareOf(0.000_4, 12, 0.4),
  make(occasion) {
    const { day, draw } = occasion
    const party = developer(occasion, ['finance', 'healthcare', 'internet', 'games'])
    const reserved = between(draw, 2, 8)
    const peak = reserved + (draw() < 0.4 ? between(draw, 1, 3) : 0)
    const event = { developer: party, month: day.month, reserved, peak }
    return { event, spends: wallet(party, 300 * reserved + 450 * (peak - reserved)) }
  },
  returns,
}

export const apis: readonly Source[] = [ocr, compute, semantic]
