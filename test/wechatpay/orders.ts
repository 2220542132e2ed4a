/** Orders of the fake: created, paid by a fictitious payer, queried and closed. */
import { beijing } from './clock.ts'
import { type Fields, fen, invalidRequest, object, optionalText, parameterError, Refusal, text } from './refusal.ts'
import { type FakeOrder, providerNumber, type State, share } from './state.ts'

const FROZEN_DAYS = 30

export function createOrder(state: State, tradeType: FakeOrder['tradeType'], body: Fields): Fields {
  const number = text(body, 'out_trade_no', /^[\w|*-]{6,32}$/)
  checkMerchant(state, body)
  const existing = state.orders.get(number)
  if (existing) return handleOf(again(existing, JSON.stringify({ tradeType, ...body })))
  const amount = object(body, 'amount')
  if (amount.currency !== undefined && amount.currency !== 'CNY') throw parameterError('参数错误: currency')
  const expires = optionalText(body, 'time_expire', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/)
  if (expires && new Date(expires) <= state.clock.now()) throw parameterError('time_expire 早于当前时间')
  const settle = body.settle_info === undefined ? {} : object(body, 'settle_info')
  const order: FakeOrder = {
    number,
    total: fen(amount, 'total'),
    description: text(body, 'description', /^[^\n]{1,127}$/u),
    tradeType,
    openid: tradeType === 'JSAPI' ? text(object(body, 'payer'), 'openid', /^[\w-]{1,128}$/) : null,
    notifyUrl: text(body, 'notify_url', /^https?:\/\/[^\s?]{1,240}$/),
    expiresAt: expires ? new Date(expires) : null,
    profitSharing: settle.profit_sharing === true,
    request: JSON.stringify({ tradeType, ...body }),
    handle:
      tradeType === 'NATIVE' ? `weixin://wxpay/bizpayurl?pr=${providerNumber(state, '')}` : providerNumber(state, 'wx'),
    closed: false,
    transactionId: null,
    paidAt: null,
    fee: 0,
    frozen: 0,
    finished: false,
    payerGone: false,
    refunds: [],
    splits: [],
  }
  state.orders.set(number, order)
  return handleOf(order)
}

/** Creating an unpaid order again returns the same handle; with other terms it is refused. */
function again(order: FakeOrder, request: string): FakeOrder {
  if (order.paidAt) throw new Refusal(403, 'OUT_TRADE_NO_USED', '商户订单号重复')
  if (order.closed) throw new Refusal(400, 'ORDER_CLOSED', '订单已关闭')
  if (order.request !== request) throw invalidRequest('请求重入时，参数与首次请求时不一致')
  return order
}

function handleOf(order: FakeOrder): Fields {
  return order.tradeType === 'NATIVE' ? { code_url: order.handle } : { prepay_id: order.handle }
}

export function queryOrder(state: State, number: string, query: Fields): Fields {
  if (query.mchid !== state.mchid) throw parameterError('参数错误: mchid')
  return orderJson(state, orderOf(state, number))
}

export function closeOrder(state: State, number: string, body: Fields): null {
  if (body.mchid !== state.mchid) throw parameterError('参数错误: mchid')
  const order = orderOf(state, number)
  if (order.paidAt) throw invalidRequest('订单已支付')
  if (order.closed) throw new Refusal(400, 'ORDER_CLOSED', '订单已关闭')
  order.closed = true
  return null
}

/** The payer pays. @throws Refusal if that is not possible. */
export function pay(state: State, number: string): FakeOrder {
  const { clock, conduct } = state
  const order = orderOf(state, number)
  if (order.paidAt) throw invalidRequest('订单已支付')
  if (order.closed || (order.expiresAt && order.expiresAt <= clock.now())) throw invalidRequest('订单已关闭')
  order.transactionId = providerNumber(state, '42000')
  order.paidAt = clock.now()
  order.fee = share(order.total, conduct.feeBasisPoints, 10_000)
  if (order.profitSharing) {
    order.frozen = order.total - order.fee
    clock.after(FROZEN_DAYS * 86_400, () => release(state, order))
  } else state.balance += order.total - order.fee
  state.notify(order.notifyUrl, 'TRANSACTION.SUCCESS', 'transaction', orderJson(state, order))
  return order
}

/** The unsplit rest goes to the merchant, and nothing can be split afterwards. */
export function release(state: State, order: FakeOrder): void {
  state.balance += order.frozen
  order.frozen = 0
  order.finished = true
}

function orderOf(state: State, number: string): FakeOrder {
  const order = state.orders.get(number)
  if (!order) throw new Refusal(404, 'ORDER_NOT_EXIST', '订单不存在')
  return order
}

function checkMerchant(state: State, body: Fields): void {
  if (body.mchid !== state.mchid || body.appid !== state.appid) {
    throw new Refusal(400, 'APPID_MCHID_NOT_MATCH', 'AppID和mch_id不匹配')
  }
}

function tradeState(order: FakeOrder): readonly [string, string] {
  if (order.closed) return ['CLOSED', '订单已关闭']
  if (!order.paidAt) return ['NOTPAY', '订单未支付']
  // A partial refund is sufficient.
  return order.refunds.some(({ status }) => status !== 'CLOSED')
    ? ['REFUND', '订单发生过退款']
    : ['SUCCESS', '支付成功']
}

function orderJson(state: State, order: FakeOrder): Fields {
  const [trade_state, trade_state_desc] = tradeState(order)
  const base = { appid: state.appid, mchid: state.mchid, out_trade_no: order.number, trade_state, trade_state_desc }
  if (!order.paidAt) return { ...base, amount: { total: order.total, currency: 'CNY' } }
  return {
    ...base,
    transaction_id: order.transactionId,
    trade_type: order.tradeType,
    bank_type: 'OTHERS',
    attach: '',
    success_time: beijing(order.paidAt),
    payer: { openid: payerOf(order) },
    amount: { total: order.total, payer_total: order.total, currency: 'CNY', payer_currency: 'CNY' },
  }
}

export function payerOf(order: FakeOrder): string {
  return order.openid ?? `oPayer${order.number}`.slice(0, 28)
}
