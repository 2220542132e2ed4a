import type { StepText } from '../../pricing/price.ts'

export const stepTexts = {
  failed_calls_free: {
    en: '{failed} of {calls} calls failed and are not charged; {answered} are charged.',
    zh: '{calls} 次调用中有 {failed} 次失败不计费，计费 {answered} 次。',
  },
  reserved_for_month: {
    en: 'Queries per second of {developer} in {month}.',
    zh: '{developer} 于 {month} 的每秒查询量。',
  },
} as const satisfies Record<string, StepText>

export const kindTexts = {
  usage: { en: 'usage', zh: '用量费' },
  reserve: { en: 'reserved capacity', zh: '预留费' },
  burst: { en: 'burst', zh: '突发费' },
} as const satisfies Record<string, StepText>
