/**
 * Commerce: orders split between all participants, live-selling slots, our share of shipping. README.md has
 * worked examples.
 */
import { defineLine } from '../../engine/line.ts'
import { demo } from './demo.ts'
import { liveSlot } from './live-slot.ts'
import { logisticsShare } from './logistics-share.ts'
import { commission } from './order.ts'
import { report } from './report.ts'
import { kindTexts, stepTexts } from './steps.ts'

export const commerce = defineLine({
  id: 'commerce',
  title: { en: 'Commerce', zh: '电商导流' },
  products: [commission, liveSlot, logisticsShare],
  stepTexts,
  kindTexts,
  report,
  demo,
})
