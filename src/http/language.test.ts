import { expect, it } from 'vitest'
import { preferredLanguage } from './language.ts'

it.each([
  [undefined, 'en'],
  ['', 'en'],
  ['zh', 'zh'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['en-GB,zh;q=0.9', 'en'],
  ['zh;q=0.1,en;q=0.2', 'en'],
  ['fr,de;q=0.9', 'en'],
  ['fr,zh-Hans;q=0.3', 'zh'],
  ['zh;q=0', 'en'],
  ['zh;q=nonsense', 'en'],
  ['*', 'en'],
  ['zhuang', 'en'],
])('%s → %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language)
})
