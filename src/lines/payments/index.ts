/** Payments: in-store QR payment, credit-card repayment, the wealth product. README.md has worked examples. */
import { defineLine } from '../../engine/line.ts'
import { cardRepayment } from './card-repayment.ts'
import { demo } from './demo.ts'
import { report } from './report.ts'
import { scanPay } from './scan-pay.ts'
import { kindTexts, stepTexts } from './steps.ts'
import { wealth } from './wealth.ts'

export const payments = defineLine({
  id: 'payments',
  title: { en: 'Payments', zh: '支付业务' },
  products: [scanPay, cardRepayment, wealth],
  stepTexts,
  kindTexts,
  report,
  demo,
})
