/** Payments: in-store QR payment. README.md has a worked example in money. */
import { defineLine } from '../line.ts'
import { scanPay } from './scan-pay.ts'
import { stepTexts } from './steps.ts'

export const payments = defineLine({
  id: 'payments',
  title: { en: 'Payments', zh: '支付业务' },
  products: [scanPay],
  stepTexts,
})
