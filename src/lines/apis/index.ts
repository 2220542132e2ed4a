/** Platform APIs: calls, gigabyte-hours, reserved queries per second. README.md has worked examples. */
import { defineLine } from '../../engine/line.ts'
import { compute } from './compute.ts'
import { demo } from './demo.ts'
import { ocr } from './ocr.ts'
import { report } from './report.ts'
import { semantic } from './semantic.ts'
import { kindTexts, stepTexts } from './steps.ts'

export const apis = defineLine({
  id: 'apis',
  title: { en: 'Platform APIs', zh: '技术输出' },
  products: [ocr, compute, semantic],
  stepTexts,
  kindTexts,
  report,
  demo,
})
