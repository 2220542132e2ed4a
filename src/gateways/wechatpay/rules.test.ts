import { expect, test } from 'vitest'
import {
  wechatPayProfitSharingRuleSources,
  wechatPayProfitSharingRules,
  wechatPayRefundRuleSources,
  wechatPayRefundRules,
  wechatPayRuleSources,
  wechatPayRules,
} from './rules.ts'

test('refund rules name their page and its date', () => {
  expect(wechatPayRefundRules).toEqual({ windowDays: 365, maxRefunds: 50, minGapSeconds: 60 })
  expect(wechatPayRules.refund).toBe(wechatPayRefundRules)
  expect(Object.keys(wechatPayRefundRuleSources)).toEqual(Object.keys(wechatPayRefundRules))
})

// https://pay.weixin.qq.com/doc/v3/merchant/4013071031
test('refunds are polled after a minute, then after 5, 10, 20 and every 30 minutes', () => {
  expect(wechatPayRules.pollSeconds).toEqual([60, 300, 600, 1200, 1800])
})

test('profit-sharing rules name their page', () => {
  expect(Object.keys(wechatPayProfitSharingRuleSources)).toEqual(Object.keys(wechatPayProfitSharingRules))
  // In this gap a payment can still be refunded but its split no longer returned, so the platform's own books must
  // cover it.
  expect(wechatPayProfitSharingRules.returnWindowDays).toBeLessThan(wechatPayRefundRules.windowDays)
})

test('sources are pages of the provider with a date', () => {
  const sources = [wechatPayRefundRuleSources, wechatPayRuleSources, wechatPayProfitSharingRuleSources].flatMap(
    (table) => Object.values(table),
  )
  for (const { url, stated } of sources) {
    expect(url).toMatch(/^https:\/\/pay\.weixin\.qq\.com\//)
    expect(stated).toMatch(/^\d{4}-\d\d-\d\d$/)
  }
})
