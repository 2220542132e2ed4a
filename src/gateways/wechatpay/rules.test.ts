import { expect, test } from 'vitest'
import {
  wechatPayProfitSharingRuleSources,
  wechatPayProfitSharingRules,
  wechatPayRefundRuleSources,
  wechatPayRefundRules,
  wechatPayRuleSources,
  wechatPayRules,
} from './rules.ts'

test('refund rules; each names its page and the date of it', () => {
  expect(wechatPayRefundRules).toEqual({ windowDays: 365, maxRefunds: 50, minGapSeconds: 60 })
  expect(wechatPayRules.refund).toBe(wechatPayRefundRules)
  expect(Object.keys(wechatPayRefundRuleSources)).toEqual(Object.keys(wechatPayRefundRules))
})

// https://pay.weixin.qq.com/doc/v3/merchant/4013071031
test('a refund is asked for after a minute, then after 5, 10, 20 and every 30 minutes', () => {
  expect(wechatPayRules.pollSeconds).toEqual([60, 300, 600, 1200, 1800])
})

test('profit-sharing rules; each names its page', () => {
  expect(Object.keys(wechatPayProfitSharingRuleSources)).toEqual(Object.keys(wechatPayProfitSharingRules))
  // The gap that the platform's own books must carry: a refund is legal for longer than a split can be taken back.
  expect(wechatPayProfitSharingRules.returnWindowDays).toBeLessThan(wechatPayRefundRules.windowDays)
})

test('pages are the provider’s own, with a date', () => {
  const sources = [wechatPayRefundRuleSources, wechatPayRuleSources, wechatPayProfitSharingRuleSources].flatMap(
    (table) => Object.values(table),
  )
  for (const { url, stated } of sources) {
    expect(url).toMatch(/^https:\/\/pay\.weixin\.qq\.com\//)
    expect(stated).toMatch(/^\d{4}-\d\d-\d\d$/)
  }
})
