/** Enterprise services: three modules sold by the month or by the seat and month. README.md has worked examples. */
import { defineLine } from '../../engine/line.ts'
import { archive } from './archive.ts'
import { communityKit } from './community-kit.ts'
import { contactApi } from './contact-api.ts'
import { demo } from './demo.ts'
import { report } from './report.ts'
import { kindTexts, stepTexts } from './steps.ts'

export const enterprise = defineLine({
  id: 'enterprise',
  title: { en: 'Enterprise services', zh: '企业服务' },
  products: [contactApi, archive, communityKit],
  stepTexts,
  kindTexts,
  report,
  demo,
})
