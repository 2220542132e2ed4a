/**
 * Profit sharing of the fake, with the rules of https://pay.weixin.qq.com/docs/merchant/products/profit-sharing/apilist.html,
 * https://pay.weixin.qq.com/doc/v3/merchant/4014547102 and
 * https://pay.weixin.qq.com/docs/partner/apis/profit-sharing/return-orders/create-return-order.html.
 */
import { constants, type KeyObject, privateDecrypt } from 'node:crypto'
import { wechatPayProfitSharingRules as rules } from '../../src/gateways/wechatpay/rules.ts'
import { beijing, daysBetween } from './clock.ts'
import { release } from './orders.ts'
import {
  type Fields,
  fen,
  invalidRequest,
  notEnough,
  notExists,
  object,
  optionalText,
  parameterError,
  Refusal,
  text,
  tooFrequent,
} from './refusal.ts'
import {
  byTransaction,
  type FakeOrder,
  type FakeReturn,
  type FakeSplit,
  type FakeSplitPart,
  providerNumber,
  type State,
} from './state.ts'

const NUMBER = /^[\w|*@-]{1,64}$/

/**
 * @param key The key that encrypted the name, by the serial in the request's header; null: the provider has no such
 * key.
 */
export function addReceiver(state: State, body: Fields, key: KeyObject | null): Fields {
  if (body.appid !== state.appid) throw parameterError('参数错误: appid')
  const type = text(body, 'type', /^(MERCHANT_ID|PERSONAL_OPENID)$/)
  const account = text(body, 'account', /^[\w-]{1,64}$/)
  const name = optionalText(body, 'name', /^[\w+/=]{1,1024}$/)
  if (type === 'MERCHANT_ID' && !name) throw parameterError('参数错误: name')
  if (name && (!key || !decrypts(name, key))) throw parameterError('请确认待处理的消息是否为加密后的密文')
  text(body, 'relation_type', /^[A-Z_]{1,32}$/)
  if (!state.receivers.has(account)) {
    state.receivers.set(account, { type, account, balance: 0, consent: true, broken: false })
  }
  return { type, account, name, relation_type: body.relation_type }
}

function decrypts(name: string, key: KeyObject): boolean {
  try {
    const padding = constants.RSA_PKCS1_OAEP_PADDING
    return privateDecrypt({ key, padding, oaepHash: 'sha1' }, Buffer.from(name, 'base64')).length > 0
  } catch {
    return false
  }
}

export function createSplit(state: State, body: Fields): Fields {
  const number = text(body, 'out_order_no', NUMBER)
  const order = byTransaction(state, text(body, 'transaction_id', /^\w{1,32}$/))
  const request = JSON.stringify(body)
  const existing = state.splits.get(number)
  if (existing) return splitJson(again(existing, request))
  const parts = partsOf(body)
  if (typeof body.unfreeze_unsplit !== 'boolean') throw parameterError('参数错误: unfreeze_unsplit')
  checkSplit(state, order, parts)
  const split = accept(state, order, { number, parts, request })
  if (body.unfreeze_unsplit) release(state, order)
  return splitJson(split)
}

export function unfreeze(state: State, body: Fields): Fields {
  const number = text(body, 'out_order_no', NUMBER)
  const order = byTransaction(state, text(body, 'transaction_id', /^\w{1,32}$/))
  text(body, 'description', /^.{1,80}$/u)
  const request = JSON.stringify(body)
  const existing = state.splits.get(number)
  if (existing) return splitJson(again(existing, request))
  checkTime(state, order)
  const part = { type: 'MERCHANT_ID', account: state.mchid, amount: order.frozen, description: '解冻给分账方' }
  const split = accept(state, order, {
    number,
    parts: [{ ...part, result: 'PENDING', failReason: null, returned: 0 }],
    request,
  })
  order.finished = true
  return splitJson(split)
}

/** The same number is the same request; if its parameters differ, the provider rejects the receivers. */
function again(split: FakeSplit, request: string): FakeSplit {
  if (split.request !== request) throw parameterError('分账接收方与原请求不一致')
  return split
}

function partsOf(body: Fields): FakeSplitPart[] {
  const list = body.receivers
  if (!Array.isArray(list) || list.length < 1 || list.length > rules.maxReceivers)
    throw parameterError('参数错误: receivers')
  return list.map((_, index) => {
    const receiver = object(list as unknown as Fields, String(index))
    return {
      type: text(receiver, 'type', /^(MERCHANT_ID|PERSONAL_OPENID)$/),
      account: text(receiver, 'account', /^[\w-]{1,64}$/),
      amount: fen(receiver, 'amount'),
      description: text(receiver, 'description', /^.{1,80}$/u),
      result: 'PENDING',
      failReason: null,
      returned: 0,
    }
  })
}

function checkTime({ clock }: State, order: FakeOrder): void {
  if (!order.paidAt || !order.profitSharing) throw invalidRequest('非分账订单不支持分账')
  if (clock.now().getTime() - order.paidAt.getTime() < rules.minSecondsAfterPayment * 1000) {
    throw invalidRequest('订单处理中，暂时无法分账，请稍后再试')
  }
  if (order.finished) throw notEnough('分账金额不足')
}

function checkSplit(state: State, order: FakeOrder, parts: readonly FakeSplitPart[]): void {
  checkTime(state, order)
  if (order.splits.length >= rules.maxOrders) throw tooFrequent('同一笔订单最多发起50次分账')
  for (const { account } of parts) {
    if (!state.receivers.has(account)) throw invalidRequest('分账接收方关系不存在，请检查参数中每个接收方的关系')
  }
  const requested = parts.reduce((sum, { amount }) => sum + amount, 0)
  const refunded = order.refunds.reduce((sum, { status, amount }) => (status === 'CLOSED' ? sum : sum + amount), 0)
  const given = order.splits
    .flatMap((split) => split.parts)
    .reduce((sum, part) => sum + (part.result === 'CLOSED' ? 0 : part.amount), 0)
  const most = (BigInt(order.total - refunded) * BigInt(state.conduct.maxRatioBasisPoints)) / 10_000n
  if (BigInt(given + requested) > most) throw new Refusal(403, 'RULE_LIMIT', '分账金额超出最大分账比例')
  if (requested > order.frozen) throw notEnough('分账金额不足')
}

function accept(
  state: State,
  order: FakeOrder,
  {
    number,
    parts,
    request,
  }: { readonly number: string; readonly parts: readonly FakeSplitPart[]; readonly request: string },
): FakeSplit {
  const createdAt = state.clock.now()
  const orderId = providerNumber(state, '30002')
  const split: FakeSplit = { number, orderId, order, parts, request, createdAt, returns: [], state: 'PROCESSING' }
  order.frozen -= parts.reduce((sum, { amount }) => sum + amount, 0)
  state.splits.set(number, split)
  order.splits.push(split)
  state.clock.after(state.conduct.splitSeconds, () => finish(state, split))
  return split
}

/** The part of a receiver who cannot be paid stays with the merchant. */
function finish(state: State, split: FakeSplit): void {
  for (const part of split.parts) {
    const receiver = state.receivers.get(part.account)
    const broken = receiver?.broken ?? false
    part.result = broken ? 'CLOSED' : 'SUCCESS'
    part.failReason = broken ? 'ACCOUNT_ABNORMAL' : null
    if (broken || !receiver) state.balance += part.amount
    else receiver.balance += part.amount
  }
  split.state = 'FINISHED'
}

export function querySplit(state: State, number: string, query: Fields): Fields {
  const split = state.splits.get(number)
  if (!split || split.order.transactionId !== query.transaction_id) throw notExists('记录不存在')
  return splitJson(split)
}

export function unsplitAmount(state: State, transactionId: string): Fields {
  return { transaction_id: transactionId, unsplit_amount: byTransaction(state, transactionId).frozen }
}

export function createReturn(state: State, body: Fields): Fields {
  const number = text(body, 'out_return_no', NUMBER)
  const split = state.splits.get(text(body, 'out_order_no', NUMBER))
  if (!split) throw notExists('原分账单不存在')
  const merchant = text(body, 'return_mchid', /^\w{1,32}$/)
  const amount = fen(body, 'amount')
  const description = text(body, 'description', /^.{1,80}$/u)
  const existing = state.returns.get(number)
  if (existing) {
    if (existing.split !== split || existing.part.account !== merchant || existing.amount !== amount) {
      throw parameterError('回退参数与原请求不一致')
    }
    return settle(state, existing)
  }
  const part = returnable(state, split, merchant, amount)
  const returned: FakeReturn = {
    number,
    returnId: providerNumber(state, '31002'),
    split,
    part,
    amount,
    description,
    createdAt: state.clock.now(),
    result: 'PROCESSING',
    failReason: null,
    finishedAt: null,
  }
  state.returns.set(number, returned)
  split.returns.push(returned)
  part.returned += amount
  state.clock.after(state.conduct.returnTimeoutSeconds, () => timeOut(state, returned))
  return settle(state, returned)
}

function returnable({ clock, receivers }: State, split: FakeSplit, merchant: string, amount: number): FakeSplitPart {
  const part = split.parts.find(({ account }) => account === merchant)
  if (!part) throw invalidRequest('回退方不是原分账接收方')
  if (part.type !== 'MERCHANT_ID') throw invalidRequest('不支持分账给个人的分账单发起分账回退')
  if (split.state !== 'FINISHED' || part.result !== 'SUCCESS') throw invalidRequest('分账单未完成，不支持回退')
  if (daysBetween(split.createdAt, clock.now()) > rules.returnWindowDays) throw invalidRequest('分账回退已超过180天')
  if (split.returns.length >= rules.maxReturns) throw tooFrequent('同一笔分账单最多发起50次回退')
  if (!receivers.get(merchant)?.consent) throw new Refusal(403, 'NO_AUTH', '回退方没有开通分账回退功能')
  if (part.returned + amount > part.amount) throw invalidRequest('回退金额超过原分账金额')
  return part
}

/**
 * Completed immediately if the receiver has the money; otherwise it waits, and the answer reports insufficient funds.
 */
function settle(state: State, returned: FakeReturn): Fields {
  if (returned.result === 'PROCESSING') {
    const receiver = state.receivers.get(returned.part.account)!
    if (receiver.balance < returned.amount) throw notEnough('余额不足')
    receiver.balance -= returned.amount
    state.balance += returned.amount
    returned.result = 'SUCCESS'
    returned.finishedAt = state.clock.now()
  }
  return returnJson(state, returned)
}

function timeOut({ clock }: State, returned: FakeReturn): void {
  if (returned.result !== 'PROCESSING') return
  returned.result = 'FAILED'
  returned.failReason = 'TIME_OUT_CLOSED'
  returned.finishedAt = clock.now()
  returned.part.returned -= returned.amount
}

export function queryReturn(state: State, number: string, query: Fields): Fields {
  const returned = state.returns.get(number)
  if (!returned || returned.split.number !== query.out_order_no) throw notExists('记录不存在')
  return returnJson(state, returned)
}

function splitJson({ order, number, orderId, state, parts, createdAt }: FakeSplit): Fields {
  return {
    transaction_id: order.transactionId,
    out_order_no: number,
    order_id: orderId,
    state,
    receivers: parts.map((part, index) => ({
      type: part.type,
      account: part.account,
      amount: part.amount,
      description: part.description,
      result: part.result,
      ...(part.failReason && { fail_reason: part.failReason }),
      detail_id: `${orderId}${index}`,
      create_time: beijing(createdAt),
      finish_time: beijing(createdAt),
    })),
  }
}

function returnJson(state: State, returned: FakeReturn): Fields {
  return {
    order_id: returned.split.orderId,
    out_order_no: returned.split.number,
    out_return_no: returned.number,
    return_id: returned.returnId,
    return_mchid: returned.part.account,
    mchid: state.mchid,
    amount: returned.amount,
    description: returned.description,
    result: returned.result,
    ...(returned.failReason && { fail_reason: returned.failReason }),
    create_time: beijing(returned.createdAt),
    ...(returned.finishedAt && { finish_time: beijing(returned.finishedAt) }),
  }
}
