import { expect, it } from 'vitest'
import { Problem } from '../problem.ts'
import { problemTable } from '../problems.ts'

it.each([
  ['/amount must be string', '请求无效：/amount 的类型须为 string。'],
  ['it does not match the schema', '请求无效：不符合格式。'],
  ['/a is missing; /b is not a known field', '请求无效：/a 为必填项；/b 不是已知字段。'],
  ['/x breaks a rule without a translation', '请求无效：/x 不符合要求。'],
  ['some text without a translation', '请求无效。'],
  ['ECONNREFUSED', '请求无效：ECONNREFUSED。'],
  ['provide only one of charge, refund', '请求无效：只能使用其中之一：charge, refund。'],
])('writes the reason “%s” in Chinese', (reason, expected) => {
  const problem = new Problem('request_invalid', { reason })
  expect(problem.detail('zh')).toBe(expected)
  expect(problem.detail('en')).toBe(`The request is invalid: ${reason}.`)
  expect(problem.params).toEqual({ reason })
})

it('names codes of reasons, requesters and evidence in words', () => {
  const refused = new Problem('refund_asker_not_allowed', {
    reason: 'fraud',
    asker: 'agent',
    allowed: 'payer, guardian',
  })
  expect(refused.detail('en')).toBe(
    'For the reason “fraud” a refund can be requested only by: the payer, a guardian; not by an agent.',
  )
  expect(refused.detail('zh')).toBe('原因“欺诈”只能由付款方、监护人申请，不能由客服申请。')
  const incomplete = new Problem('refund_request_incomplete', { missing: 'photo, rate' })
  expect(incomplete.detail('zh')).toBe('退款申请暂时无法处理，请先补充：照片、当日参考汇率。')
})

it.each(Object.entries(problemTable))('%s has a short title and full sentences', (_, { title, detail }) => {
  expect(title.en).toMatch(/^[A-Z].{2,50}[^.]$/)
  expect(detail.en).toMatch(/^[A-Z“{].*([.]|: \{reason\})$/)
  // A reason is a sentence itself.
  expect(detail.zh).toMatch(/(。|：\{reason\})$/)
  // Latin words may appear in Chinese as names of settings, headers and formats, not as sentences.
  const latin = detail.zh.replace(/\{\w+\}|“[^”]*”/g, '').match(/[A-Za-z]+(?: [a-z]+){2,}/g)
  expect(latin).toBeNull()
})
