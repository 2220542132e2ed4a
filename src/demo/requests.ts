/** Refund requests of the last days, in every state that a queue has. */
import type { Asker, Reason } from '../charges/policy.ts'
import type { Engine } from '../engine/engine.ts'
import { uuidToId } from '../ids.ts'
import { approve, lookAt } from '../refund-requests/approve.ts'
import { decline, withdraw } from '../refund-requests/change.ts'
import { type EvidenceInput, type NewRequest, openRequest } from '../refund-requests/open.ts'
import type { By, RequestRow } from '../refund-requests/record.ts'
import { unlessDone } from './ending.ts'
import type { Schedule } from './schedule.ts'

interface Asked {
  readonly product: string
  readonly reason: Reason
  readonly asker: Asker
  readonly evidence?: readonly EvidenceInput[]
  readonly note: string
  /** What becomes of it, beyond what the policy decides at once. */
  readonly answer?: 'approve' | 'decline' | 'withdraw'
}

const shown = (kind: EvidenceInput['kind'], note: string): EvidenceInput => ({ kind, note })

const ASKED: readonly Asked[] = [
  {
    product: 'scan-pay',
    reason: 'not-as-described',
    asker: 'payer',
    note: '菜品与图片不符 Not the dish in the picture',
  },
  { product: 'scan-pay', reason: 'duplicate', asker: 'payee', note: '顾客重复付款 The customer paid twice' },
  { product: 'scan-pay', reason: 'duplicate', asker: 'payer', note: '付了两次 Paid twice', answer: 'approve' },
  { product: 'scan-pay', reason: 'changed-mind', asker: 'payer', note: '不想要了 No longer wanted', answer: 'decline' },
  { product: 'scan-pay', reason: 'not-delivered', asker: 'payer', note: '未取到餐 Never got it', answer: 'withdraw' },
  { product: 'commission', reason: 'changed-mind', asker: 'payer', note: '尺码不合适 Wrong size' },
  {
    product: 'commission',
    reason: 'not-as-described',
    asker: 'payer',
    evidence: [shown('photo', '破损照片 Picture of the damage')],
    note: '收到时已破损 Arrived broken',
  },
  { product: 'game-item', reason: 'changed-mind', asker: 'payer', note: '买错道具 Bought the wrong item' },
  {
    product: 'game-item',
    reason: 'minor',
    asker: 'guardian',
    evidence: [
      shown('guardianship', '户口本 Household register'),
      shown('payment-record', '付款记录 Record of the payment'),
    ],
    note: '孩子未经同意充值 My child bought it without asking',
  },
  { product: 'game-item', reason: 'minor', asker: 'guardian', note: '孩子误操作 My child did it by mistake' },
  { product: 'tip', reason: 'changed-mind', asker: 'payer', note: '打赏后后悔 Thought better of it' },
  {
    product: 'feed',
    reason: 'invalid-traffic',
    asker: 'agent',
    evidence: [shown('traffic-report', '无效流量报告 Report on invalid traffic')],
    note: '机器点击 Clicks by bots',
  },
  { product: 'ocr', reason: 'billing-error', asker: 'agent', note: '重复计量 Counted twice' },
  { product: 'sticker', reason: 'service-failure', asker: 'payer', note: '无法下载 Could not be downloaded' },
]

const AGENT: By = { actor: 'demo agent', party: null }
const SECOND: By = { actor: 'demo finance', party: null }
const DAY_MS = 86_400_000

/** Made again with the same world, they are there already. */
export async function askForRefunds(engine: Engine, tenant: number, schedule: Schedule): Promise<void> {
  const { seed } = schedule.scene
  const used = new Map<string, number>()
  const charges = await latest(engine, tenant, schedule)
  for (const [n, asked] of ASKED.entries()) {
    const before = used.get(asked.product) ?? 0
    used.set(asked.product, before + 1)
    const found = charges.get(asked.product)?.[before]
    if (!found) continue
    const by = asked.asker === 'agent' ? AGENT : { actor: `demo ${asked.asker}`, party: null }
    const request: NewRequest = {
      charge: uuidToId('chg', found.id),
      reason: asked.reason,
      asker: asked.asker,
      ask: {},
      by,
      note: asked.note,
      idempotencyKey: `demo ${seed} request ${n}`,
      ...(asked.evidence && { evidence: asked.evidence }),
    }
    const made = await unlessDone(openRequest({ engine }, tenant, request))
    if (made && !made.replayed) await goOn(engine, tenant, made.request, asked, by)
  }
}

async function goOn(engine: Engine, tenant: number, row: RequestRow, { answer }: Asked, by: By): Promise<void> {
  if (row.status !== 'requested') return
  const [context, id] = [{ engine }, uuidToId('req', row.id)]
  if (answer === 'approve') {
    const { preview } = await lookAt(context, tenant, row)
    await approve(context, tenant, id, preview.hash, SECOND)
  }
  if (answer === 'decline') await decline(context, tenant, id, { code: 'not-entitled', text: null }, AGENT)
  if (answer === 'withdraw') await withdraw(context, tenant, id, by)
}

interface Latest {
  readonly id: string
  readonly product: string
}

const EACH = 6

/** The latest charges of each product of which nothing has come back. */
async function latest(engine: Engine, tenant: number, { days }: Schedule): Promise<Map<string, Latest[]>> {
  const { db } = engine.tenant(tenant)
  const products = [...new Set(ASKED.map(({ product }) => product))]
  const rows = await db.transaction(
    (tx) =>
      tx.query<Latest>(
        `SELECT id, product FROM (
           SELECT id, product, row_number() OVER (PARTITION BY product ORDER BY effective_at DESC, reference, id) AS n FROM charge
           WHERE tenant = $1 AND product = ANY ($2::text[]) AND effective_at >= $3 AND gateway IS NULL
             AND refunded = 0 AND pending = 0 AND disputed = 0) each
         WHERE n <= ${EACH} ORDER BY product, n`,
        [tenant, products, new Date(days.at(-1)!.start - 25 * DAY_MS)],
      ),
    { readOnly: true },
  )
  return Map.groupBy(rows, ({ product }) => product)
}
