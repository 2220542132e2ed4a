import { expect, test } from 'vitest'
import { wechatPayRefundRuleSources, wechatPayRefundRules } from './rules.ts'

test('every rule names its page and the date of it', () => {
  expect(wechatPayRefundRules).toEqual({ windowDays: 365, maxRefunds: 50, minGapSeconds: 60 })
  for (const name of Object.keys(wechatPayRefundRules) as (keyof typeof wechatPayRefundRules)[]) {
    const { url, stated } = wechatPayRefundRuleSources[name]
    expect(url).toMatch(/^https:\/\/pay\.weixin\.qq\.com\//)
    expect(stated).toMatch(/^\d{4}-\d\d-\d\d$/)
  }
})
