/**
 * Data products: reports, white papers, training sets, each paid in money and in privacy budget. README.md has worked
 * examples.
 */
import { defineLine } from '../../engine/line.ts'
import { audienceReport } from './audience-report.ts'
import { demo } from './demo.ts'
import { report } from './report.ts'
import { kindTexts, stepTexts } from './steps.ts'
import { trainingSet } from './training-set.ts'
import { whitePaper } from './white-paper.ts'

export const data = defineLine({
  id: 'data',
  title: { en: 'Data products', zh: '数据服务' },
  products: [audienceReport, whitePaper, trainingSet],
  stepTexts,
  kindTexts,
  report,
  demo,
})
