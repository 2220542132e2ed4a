import { expect, it } from 'vitest'
import { GATEWAY_SETTINGS } from '../../../../src/gateways/kinds.ts'
import { fieldsOf, isObjectText, settingsOf, takesNotifyUrl } from './settings-form.ts'

it('turns a schema into fields: required ones first, secrets masked, the rest as JSON', () => {
  const { fields, others } = fieldsOf(GATEWAY_SETTINGS.sandbox)
  expect(fields.map(({ name }) => name)).toEqual(['baseUrl', 'merchant', 'secret', 'timeoutMs', 'unfinishedBills'])
  expect(fields.find(({ name }) => name === 'secret')).toMatchObject({ kind: 'text', required: true, secret: true })
  expect(others).toBe(true)
  const wechat = fieldsOf(GATEWAY_SETTINGS.wechatpay)
  expect(wechat.fields.find(({ name }) => name === 'privateKey')).toMatchObject({ kind: 'long', secret: true })
  expect(wechat.others).toBe(false)
  expect(takesNotifyUrl(GATEWAY_SETTINGS.wechatpay)).toBe(true)
})

it('returns the values that were entered, without empty fields', () => {
  expect(settingsOf({ a: 'x', b: '', c: undefined, d: null, e: false, f: 0 }, '{"rules":{"maxRefunds":1}}')).toEqual({
    a: 'x',
    e: false,
    f: 0,
    rules: { maxRefunds: 1 },
  })
  expect(['', undefined, '{}', ' {"a":1} '].every(isObjectText)).toBe(true)
  expect(['[1]', '1', 'null', '{'].some(isObjectText)).toBe(false)
})
