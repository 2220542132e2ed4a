import { expect, it } from 'vitest'
import { instantText } from './instant-text.ts'
import { lines } from './lines/index.ts'
import { Problem } from './problem.ts'

const AT = '2026-11-20T16:30:00.000Z'

it('writes instants in the zone and language and does not change other text', () => {
  expect(instantText('deadline', AT, 'Asia/Shanghai', 'en')).toBe('Nov 21, 2026, 00:30 GMT+8')
  expect(instantText('deadline', AT, 'Asia/Shanghai', 'zh')).toBe('2026年11月21日 00:30 GMT+8')
  expect(instantText('opensAt', '2026-11-20T16:30:00+08:00', 'America/New_York', 'en')).toBe(
    'Nov 20, 2026, 03:30 GMT-5',
  )
  // Typed text, days, and text that only looks like an instant are not changed.
  for (const [name, value] of [
    ['item', AT],
    ['value', AT],
    ['begins', '2026-11-20'],
    ['at', '2026-13-45T99:00:00Z'],
    ['count', 7],
  ] as const) {
    expect(instantText(name, value, 'Asia/Shanghai', 'zh')).toBe(value)
  }
})

it('texts of steps and problems use the time zone, and their parameters keep the instant', () => {
  const steps = [{ code: 'decision_window', params: { days: '7', deadline: AT } }]
  expect(lines.explanations.render(steps, 'zh', 'Asia/Shanghai')).toEqual([
    '此原因可在 7 天内申请，截止 2026年11月21日 00:30 GMT+8。',
  ])
  const problem = new Problem('refund_not_open_yet', { opensAt: AT })
  expect(problem.detail('en', 'Asia/Shanghai')).toContain('refunded from Nov 21, 2026, 00:30 GMT+8')
  expect(problem.detail('en')).toContain(AT)
  expect(problem.params.opensAt).toBe(AT)
})
