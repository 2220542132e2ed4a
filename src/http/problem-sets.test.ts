import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { chargingProblems, pricingProblems, refundingProblems } from './problem-sets.ts'

const source = fileURLToPath(new URL('../', import.meta.url))

/** The problem codes thrown by the source code in a folder. */
function thrownIn(folder: string): Set<string> {
  const files = readdirSync(path.join(source, folder), { recursive: true, encoding: 'utf8' })
  const texts = files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(path.join(source, folder, file), 'utf8'))
  return new Set([...texts.join('\n').matchAll(/new Problem\(\s*'(\w+)'/g)].map((match) => match[1]!))
}

/** Not thrown by pricing: when rate cards, contracts and tenants are created, and by the routes of a line. */
const ELSEWHERE = new Set([
  ...['terms_invalid', 'rate_card_invalid', 'rate_card_breaks_contract', 'price_change_in_past', 'tenant_exists'],
  ...['contract_invalid', 'contract_unknown', 'contract_ended', 'contract_period_invalid'],
  ...['quote_unknown', 'quote_expired'],
  ...['charge_unknown', 'claim_closed', 'claim_exceeds', 'claim_not_gift'],
])

it('pricingProblems contains every problem thrown by lines and price models', () => {
  const thrown = [...thrownIn('lines'), ...thrownIn('pricing'), ...thrownIn('money')]
  const missing = thrown.filter((code) => !ELSEWHERE.has(code) && !pricingProblems.includes(code as never))
  expect(missing).toEqual([])
})

/** Declining problems are part of a decision's outcome and not thrown; disputes have routes of their own. */
const OUTCOMES = [
  ...['refund_reason_not_accepted', 'refund_asker_not_allowed', 'refund_not_open_yet', 'refund_used_up'],
  ...[
    'refund_exceeds_policy',
    'dispute_unknown',
    'dispute_resolved',
    'dispute_exceeds_captured',
    'dispute_lost_exceeds',
    'dispute_refund_pending',
  ],
]

it('chargingProblems and refundingProblems contain every problem thrown by charges', () => {
  const declared: readonly string[] = [...chargingProblems, ...refundingProblems, ...OUTCOMES]
  expect([...thrownIn('charges')].filter((code) => !declared.includes(code))).toEqual([])
})
