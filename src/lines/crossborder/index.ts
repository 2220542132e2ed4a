/** Cross-border: payments in shops abroad, remittances, exchange. README.md has worked examples. */
import { defineLine } from '../../engine/line.ts'
import { demo } from './demo.ts'
import { fxSpread } from './fx-spread.ts'
import { overseasPay } from './overseas-pay.ts'
import { remittance } from './remittance.ts'
import { report } from './report.ts'
import { kindTexts, stepTexts } from './steps.ts'

export const crossborder = defineLine({
  id: 'crossborder',
  title: { en: 'Cross-border', zh: '跨境支付' },
  products: [overseasPay, remittance, fxSpread],
  stepTexts,
  kindTexts,
  report,
  demo,
})
