/**
 * Display names of categories, industries and attributes. Platforms may use others on rate cards and parties: codes
 * without an entry are shown unchanged.
 */
import type { StepText } from '../pricing/price.ts'

type Words = Readonly<Record<string, StepText>>

const word = (en: string, zh: string): StepText => ({ en, zh })

/** Categories of goods and of merchants. */
const categoryWords: Words = {
  apparel: word('apparel', '服饰'),
  appliances: word('appliances', '家电'),
  beauty: word('beauty', '美妆'),
  'digital-content': word('digital content', '数字内容'),
  education: word('education', '教育'),
  electronics: word('electronics', '数码'),
  entertainment: word('entertainment', '娱乐'),
  'fresh-food': word('fresh food', '生鲜'),
  games: word('games', '游戏'),
  grocery: word('grocery', '食品杂货'),
  healthcare: word('healthcare', '医疗'),
  home: word('home', '家居'),
  jewelry: word('jewelry', '珠宝'),
  'mother-and-baby': word('mother and baby', '母婴'),
  restaurant: word('restaurants', '餐饮'),
  retail: word('retail', '零售'),
  sports: word('sports', '运动'),
  supermarket: word('supermarkets', '商超'),
  transport: word('transport', '出行'),
  travel: word('travel', '旅游'),
}

const industryWords: Words = {
  'car brands': word('car brands', '汽车'),
  consultancies: word('consultancies', '咨询公司'),
  'consumer goods': word('consumer goods', '快消'),
  'e-commerce': word('e-commerce', '电商'),
  finance: word('finance', '金融'),
  government: word('government', '政务'),
  internet: word('internet', '互联网'),
  'investment banks': word('investment banks', '投行'),
  'technology companies': word('technology companies', '科技公司'),
  universities: word('universities', '高校'),
}

const partWords: Words = { ...categoryWords, ...industryWords }

/** Returns the display name of a category or industry. */
export function partWord(code: string): StepText {
  return (Object.hasOwn(partWords, code) ? partWords[code] : undefined) ?? word(code, code)
}

/** Returns the Chinese name of a market (country code) or a unit (currency code); English shows the code. */
export function marketWord(code: string): StepText {
  return { en: code, zh: named(code) ?? code }
}

const COUNTRIES = new Intl.DisplayNames('zh-CN', { type: 'region', fallback: 'none' })
const CURRENCIES = new Intl.DisplayNames('zh-CN', { type: 'currency', fallback: 'none' })

function named(code: string): string | undefined {
  if (code === 'TW') return '中国台湾'
  if (/^[A-Z]{2}$/.test(code)) return COUNTRIES.of(code)
  return /^[A-Z]{3}$/.test(code) ? CURRENCIES.of(code) : undefined
}

/** Chinese names of codes in price steps; English shows the codes of the rate card. */
const inChinese = (words: Readonly<Record<string, string>>): Words =>
  Object.fromEntries(Object.entries(words).map(([code, zh]) => [code, word(code, zh)]))

const SERVICES = { standard: '标准', express: '特快', freight: '货运', 'cold-chain': '冷链' }

/** Display names by step parameter. */
export const priceParamWords: Readonly<Record<string, Words>> = {
  by: inChinese({
    category: '商品类目',
    merchantCategory: '商户类别',
    market: '市场',
    service: '服务类型',
    tier: '等级',
    scene: '场景',
    plan: '方案',
    currency: '币种',
  }),
  mode: inChinese({
    'half-away': '四舍五入',
    'half-even': '四舍六入五成双',
    'half-down': '五舍六入',
    up: '远离零',
    down: '趋向零',
    ceiling: '向上',
    floor: '向下',
  }),
  value: {
    ...inChinese(Object.fromEntries(Object.entries(categoryWords).map(([code, { zh }]) => [code, zh]))),
    ...inChinese(SERVICES),
  },
  service: inChinese(SERVICES),
  name: inChinese({ price: '事件中的价格', pricePerHour: '事件中的每小时价格', holderYield: '持有人收益率' }),
}

/** Returns the display name of a code of a price parameter (`by`, `value`, `mode`), or the code itself. */
export function priceWord(param: string, code: string): StepText {
  const words = priceParamWords[param]
  return (words && Object.hasOwn(words, code) ? words[code] : undefined) ?? word(code, code)
}
