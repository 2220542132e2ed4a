/**
 * Texts of all explanation steps of prices, in English and Chinese (ICU message format with the same parameters). Codes
 * are stable: explanations are stored as data and rendered when they are read.
 */
import type { Step, StepText } from './price.ts'

export const stepTexts = {
  // choice of a value
  rate_chosen: { en: '{rate}% because {by} is {value}', zh: '因 {by} 为 {value}，费率为 {rate}%' },
  price_chosen: { en: '{price} {unit} because {by} is {value}', zh: '因 {by} 为 {value}，单价为 {price} {unit}' },
  rate_given: { en: '{rate}%, given as {name}', zh: '费率 {rate}%（取自 {name}）' },
  price_given: { en: '{price} {unit}, given as {name}', zh: '单价 {price} {unit}（取自 {name}）' },
  // amounts
  flat: { en: 'flat price {result} {unit}', zh: '固定价格 {result} {unit}' },
  percentage: {
    en: '{rate}% of {amount} {unit} = {result} {unit}',
    zh: '{amount} {unit} 的 {rate}% = {result} {unit}',
  },
  fixed_added: { en: 'plus {fixed} {unit} fixed = {result} {unit}', zh: '加固定费 {fixed} {unit} = {result} {unit}' },
  free_amount: {
    en: '{free} {unit} is free, {left} {unit} is charged',
    zh: '{free} {unit} 免费，剩余 {left} {unit} 计费',
  },
  minimum_applied: { en: 'raised from {from} to the minimum {to} {unit}', zh: '由 {from} 提高到最低 {to} {unit}' },
  maximum_applied: { en: 'lowered from {from} to the maximum {to} {unit}', zh: '由 {from} 降低到最高 {to} {unit}' },
  // quantities
  quantity: {
    en: '{quantity} × {price} {unit} = {result} {unit}',
    zh: '{quantity} × {price} {unit} = {result} {unit}',
  },
  free_quantity: { en: '{free} free, {left} charged', zh: '免费 {free}，剩余 {left} 计费' },
  converted: { en: '{from} counted as {to}', zh: '{from} 折算为 {to}' },
  packages: {
    en: '{quantity} in packages of {size}: {packages} × {price} {unit} = {result} {unit}',
    zh: '{quantity} 按每 {size} 一包：{packages} × {price} {unit} = {result} {unit}',
  },
  seats_raised: {
    en: '{seats} seats counted as the minimum of {minimum}',
    zh: '{seats} 个席位按最低 {minimum} 个计',
  },
  seats_included: {
    en: '{included} seats are included, {left} are charged',
    zh: '含 {included} 个席位，另计 {left} 个',
  },
  duration_raised: { en: '{from} s counted as {to} s', zh: '{from} 秒按 {to} 秒计' },
  hours: {
    en: '{hours} h × {quantity} × {price} {unit} = {result} {unit}',
    zh: '{hours} 小时 × {quantity} × {price} {unit} = {result} {unit}',
  },
  reserved: {
    en: '{reserved} reserved × {price} {unit} = {result} {unit}',
    zh: '预留 {reserved} × {price} {unit} = {result} {unit}',
  },
  burst: {
    en: '{burst} above the reserved quantity × {price} {unit} = {result} {unit}',
    zh: '超出预留 {burst} × {price} {unit} = {result} {unit}',
  },
  cleared: {
    en: '{quantity} at cleared prices totaling {sum} {unit}, priced per {per} = {result} {unit}',
    zh: '{quantity} 次，成交价合计 {sum} {unit}，每 {per} 次计价 = {result} {unit}',
  },
  // tiers
  tier: {
    en: 'from {from} to {to}: {quantity} × {price} {unit} = {result} {unit}',
    zh: '{from} 至 {to}：{quantity} × {price} {unit} = {result} {unit}',
  },
  tier_blocks: {
    en: 'from {from} to {to}: {quantity} in blocks of {per}, {blocks} × {price} {unit} = {result} {unit}',
    zh: '{from} 至 {to}：{quantity} 按每 {per} 一档，{blocks} × {price} {unit} = {result} {unit}',
  },
  tier_rate: {
    en: 'from {from} to {to}: {rate}% of {amount} {unit} = {result} {unit}',
    zh: '{from} 至 {to}：{amount} {unit} 的 {rate}% = {result} {unit}',
  },
  tier_flat: {
    en: 'flat amount of the tier from {from}: {flat} {unit}',
    zh: '自 {from} 起一档的固定部分：{flat} {unit}',
  },
  tier_prorated: {
    en: 'change of {quantity}, prorated to {prorated}: {result} {unit}',
    zh: '变动 {quantity}，按期内 {prorated} 计：{result} {unit}',
  },
  // time
  period_days: {
    en: '{used} of {whole} days of the period {start} to {end}: {price} {unit} × {used}/{whole} = {result} {unit}',
    zh: '周期 {start} 至 {end} 共 {whole} 天，计 {used} 天：{price} {unit} × {used}/{whole} = {result} {unit}',
  },
  period_seconds: {
    en: '{used} of {whole} seconds of the period {start} to {end}: {price} {unit} × {used}/{whole} = {result} {unit}',
    zh: '周期 {start} 至 {end} 共 {whole} 秒，计 {used} 秒：{price} {unit} × {used}/{whole} = {result} {unit}',
  },
  periods_whole: {
    en: '{count} full periods × {price} {unit} = {result} {unit}',
    zh: '{count} 个整周期 × {price} {unit} = {result} {unit}',
  },
  prorated: {
    en: '{used}/{whole} of {amount} {unit} = {result} {unit}',
    zh: '{amount} {unit} 的 {used}/{whole} = {result} {unit}',
  },
  accrued: {
    en: '{rate}% a year on {amount} {unit} for {days} day(s), {basis} = {result} {unit}',
    zh: '{amount} {unit} 按年率 {rate}% 计 {days} 天（{basis}）= {result} {unit}',
  },
  spread: {
    en: 'spread {spread}% = fund yield {fund}% − holder yield {holder}%',
    zh: '利差 {spread}% = 基金收益率 {fund}% − 持有人收益率 {holder}%',
  },
  // currency exchange
  exchanged: {
    en: '{amount} {unit} at the reference rate {rate} = {result} {other}',
    zh: '{amount} {unit} 按参考汇率 {rate} = {result} {other}',
  },
  marked_up: {
    en: 'markup {markup}%: customer rate {rate}, {result} {unit} is the markup',
    zh: '加价 {markup}%：客户汇率 {rate}，其中加价 {result} {unit}',
  },
  // projects
  quoted: { en: 'quoted at {result} {unit}', zh: '报价 {result} {unit}' },
  milestone: {
    en: 'milestone {milestone}: {share} of {whole} parts of {amount} {unit} = {result} {unit}',
    zh: '里程碑 {milestone}：{amount} {unit} 的 {share}/{whole} = {result} {unit}',
  },
  // commitments, conditions and earlier charges
  committed: {
    en: 'raised from {from} to the committed minimum of {to} {unit}',
    zh: '由 {from} 补足至承诺 {to} {unit}',
  },
  spend_capped: { en: 'lowered from {from} to the cap of {to} {unit}', zh: '由 {from} 封顶至 {to} {unit}' },
  condition: { en: 'because {when}', zh: '因 {when}' },
  charged_before: {
    en: '{total} {unit} in total − {before} {unit} charged before = {result} {unit}',
    zh: '累计 {total} {unit}，此前已收 {before} {unit} = {result} {unit}',
  },
  // rounding
  rounded: { en: 'rounded ({mode}) from {from} to {to} {unit}', zh: '舍入（{mode}）：由 {from} 至 {to} {unit}' },
  rounded_running: {
    en: 'rounded ({mode}) from {from} to {to} {unit}, so that the parts of a period add up to the total',
    zh: '舍入（{mode}）：由 {from} 至 {to} {unit}，使各部分之和等于整周期',
  },
} as const satisfies Record<string, StepText>

export type StepCode = keyof typeof stepTexts

type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never

/** Returns a step with exactly the parameters of its text; a missing one is a compile error. */
export function step<Code extends StepCode>(
  code: Code,
  params: Readonly<Record<Names<(typeof stepTexts)[Code]['en']>, string>>,
): Step {
  return { code, params }
}

/** Parameters of steps that come from the rate card. Steps without any contain only results. */
export const stepTerms = {
  rate_chosen: ['rate'],
  price_chosen: ['price'],
  rate_given: [],
  price_given: [],
  flat: ['result'],
  percentage: ['rate'],
  fixed_added: ['fixed'],
  free_amount: ['free'],
  minimum_applied: ['to'],
  maximum_applied: ['to'],
  quantity: ['price'],
  free_quantity: ['free'],
  converted: [],
  packages: ['size', 'price'],
  seats_raised: ['minimum'],
  seats_included: ['included'],
  duration_raised: ['to'],
  hours: ['price'],
  reserved: ['price'],
  burst: ['price'],
  cleared: ['per'],
  tier: ['from', 'to', 'price'],
  tier_blocks: ['from', 'to', 'per', 'price'],
  tier_rate: ['from', 'to', 'rate'],
  tier_flat: ['from', 'flat'],
  tier_prorated: [],
  period_days: ['price'],
  period_seconds: ['price'],
  periods_whole: ['price'],
  prorated: [],
  accrued: ['rate', 'basis'],
  spread: ['spread'],
  exchanged: [],
  marked_up: ['markup'],
  quoted: [],
  milestone: [],
  committed: ['to'],
  spend_capped: ['to'],
  condition: ['when'],
  charged_before: [],
  rounded: [],
  rounded_running: [],
} as const satisfies Record<StepCode, readonly string[]>

/** Returns a step that contains only terms (price.ts, {@link StepDetail}). */
export function termsStep<Code extends StepCode>(
  code: Code,
  params: Readonly<Record<(typeof stepTerms)[Code][number], string>>,
): Step {
  return { code, params }
}
