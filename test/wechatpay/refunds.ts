/** Refunds of the fake, with the rules of https://pay.weixin.qq.com/doc/v3/merchant/4012556457 and …/4013071031. */
import { wechatPayRefundRules as rules } from '../../src/gateways/wechatpay/rules.ts'
import { beijing, daysBetween } from './clock.ts'
import {
  type Fields,
  fen,
  invalidRequest,
  notEnough,
  notExists,
  object,
  optionalText,
  parameterError,
  text,
  tooFrequent,
} from './refusal.ts'
import {
  byTransaction,
  type FakeOrder,
  type FakeRefund,
  providerNumber,
  type RefundStatus,
  type State,
  share,
} from './state.ts'

/** Days for which a refund waits for the merchant's funds. */
const WAIT_DAYS = 7
const DIFFERENT = '订单金额或退款金额与之前请求不一致，请核实后再试'

export function createRefund(state: State, body: Fields): Fields {
  const number = text(body, 'out_refund_no', /^[\w|*@-]{1,64}$/)
  const amounts = object(body, 'amount')
  if (amounts.currency !== 'CNY') throw parameterError('参数错误: currency')
  const amount = fen(amounts, 'refund')
  const total = fen(amounts, 'total')
  optionalText(body, 'reason', /^.{1,80}$/u)
  const order = refundedOrder(state, body)
  const existing = state.refunds.get(number)
  if (existing) {
    if (existing.order !== order || existing.amount !== amount || order.total !== total) throw invalidRequest(DIFFERENT)
    return refundJson(existing)
  }
  if (order.total !== total) throw invalidRequest(DIFFERENT)
  checkRules(state, order, amount)
  const refund: FakeRefund = {
    number,
    refundId: providerNumber(state, '50300'),
    order,
    amount,
    feeBack: feeBack(order, amount),
    notifyUrl: optionalText(body, 'notify_url', /^https?:\/\/[^\s?]{1,240}$/),
    createdAt: state.clock.now(),
    status: 'PROCESSING',
    funded: false,
    successAt: null,
    history: [],
  }
  fund(state, refund)
  if (!refund.funded && state.conduct.shortFunds === 'refuse') throw notEnough('基本账户余额不足，请充值后重新发起')
  state.refunds.set(number, refund)
  order.refunds.push(refund)
  if (!refund.funded) state.clock.after(WAIT_DAYS * 86_400, () => giveUp(state, refund))
  return refundJson(refund)
}

function refundedOrder(state: State, body: Fields): FakeOrder {
  const transaction = optionalText(body, 'transaction_id', /^\w{1,32}$/)
  const order = transaction
    ? byTransaction(state, transaction)
    : state.orders.get(text(body, 'out_trade_no', /^[\w|*-]{6,32}$/))
  if (!order) throw notExists('订单不存在')
  return order
}

function checkRules({ clock }: State, order: FakeOrder, amount: number): void {
  if (!order.paidAt) throw invalidRequest('订单未支付')
  if (daysBetween(order.paidAt, clock.now()) > rules.windowDays) throw invalidRequest('订单已经超过退款期限')
  const alive = order.refunds.filter(({ status }) => status !== 'CLOSED')
  const sum = alive.reduce((total, refund) => total + refund.amount, 0)
  if (sum === order.total) throw invalidRequest('订单已全额退款')
  if (sum + amount > order.total) throw invalidRequest('申请退款金额大于可退金额')
  if (order.refunds.length >= rules.maxRefunds) throw invalidRequest('部分退款次数超过限制')
  const last = order.refunds.at(-1)
  if (last && clock.now().getTime() - last.createdAt.getTime() < rules.minGapSeconds * 1000) {
    throw tooFrequent('同一笔订单多次退款的请求需相隔1分钟')
  }
  // https://pay.weixin.qq.com/docs/merchant/products/refund/introduction.html: frozen funds are used first.
  const net = amount - feeBack(order, amount)
  if (order.profitSharing && !order.finished && net > order.frozen) throw invalidRequest('请先完结分账再发起退款')
}

/** The provider's fee is returned in proportion, in whole fen that add up to the fee. */
function feeBack(order: FakeOrder, amount: number): number {
  const alive = order.refunds.filter(({ status }) => status !== 'CLOSED')
  const before = alive.reduce((sum, refund) => sum + refund.amount, 0)
  const given = alive.reduce((sum, refund) => sum + refund.feeBack, 0)
  return share(order.fee, before + amount, order.total) - given
}

/** Reserves the money if there is enough, and schedules the result. */
function fund(state: State, refund: FakeRefund): void {
  const { order } = refund
  const net = refund.amount - refund.feeBack
  const frozen = order.profitSharing && !order.finished
  if ((frozen ? order.frozen : state.balance) < net) return
  if (frozen) order.frozen -= net
  else state.balance -= net
  refund.funded = true
  state.clock.after(state.conduct.refundSeconds, () => {
    finish(state, refund, order.payerGone ? 'ABNORMAL' : 'SUCCESS')
  })
}

/** After incoming funds: waiting refunds get them in the order of their requests. */
export function fundWaiting(state: State): void {
  for (const refund of state.refunds.values()) {
    if (refund.status === 'PROCESSING' && !refund.funded) fund(state, refund)
  }
}

function giveUp(state: State, refund: FakeRefund): void {
  if (refund.status === 'PROCESSING' && !refund.funded) finish(state, refund, 'CLOSED')
}

function finish(state: State, refund: FakeRefund, status: RefundStatus): void {
  const at = state.clock.now()
  refund.status = status
  refund.history.push({ status, at })
  if (status === 'SUCCESS') refund.successAt = at
  if (refund.notifyUrl) state.notify(refund.notifyUrl, `REFUND.${status}`, 'refund', notificationJson(state, refund))
}

export function queryRefund(state: State, number: string): Fields {
  const refund = state.refunds.get(number)
  if (!refund) throw notExists('退款单不存在')
  return refundJson(refund)
}

/** https://pay.weixin.qq.com/docs/merchant/apis/refund/refunds/create-abnormal-refund.html */
export function applyAbnormalRefund(state: State, refundId: string, body: Fields): Fields {
  const refund = state.refunds.get(text(body, 'out_refund_no', /^[\w|*@-]{1,64}$/))
  if (refund?.refundId !== refundId) throw notExists('退款单不存在')
  const type = text(body, 'type', /^(USER|MERCHANT)_BANK_CARD$/)
  if (refund.status !== 'ABNORMAL') throw invalidRequest('当前状态不允许异常退款')
  if (type === 'USER_BANK_CARD') {
    text(body, 'bank_type', /^\w+_DEBIT$/)
    text(body, 'bank_account', /^[\w+/=]{100,1024}$/)
    text(body, 'real_name', /^[\w+/=]{100,1024}$/)
  }
  refund.status = 'PROCESSING'
  state.clock.after(state.conduct.refundSeconds, () => finish(state, refund, 'SUCCESS'))
  return refundJson(refund)
}

function refundJson(refund: FakeRefund): Fields {
  const { order, amount } = refund
  return {
    refund_id: refund.refundId,
    out_refund_no: refund.number,
    transaction_id: order.transactionId,
    out_trade_no: order.number,
    channel: 'ORIGINAL',
    user_received_account: '支付用户零钱',
    ...(refund.successAt && { success_time: beijing(refund.successAt) }),
    create_time: beijing(refund.createdAt),
    status: refund.status,
    funds_account: 'AVAILABLE',
    amount: {
      total: order.total,
      refund: amount,
      payer_total: order.total,
      payer_refund: amount,
      settlement_refund: amount,
      settlement_total: order.total,
      discount_refund: 0,
      currency: 'CNY',
    },
    promotion_detail: [],
  }
}

function notificationJson(state: State, refund: FakeRefund): Fields {
  const { order, amount } = refund
  return {
    mchid: state.mchid,
    out_trade_no: order.number,
    transaction_id: order.transactionId,
    out_refund_no: refund.number,
    refund_id: refund.refundId,
    refund_status: refund.status,
    ...(refund.successAt && { success_time: beijing(refund.successAt) }),
    user_received_account: '支付用户零钱',
    amount: { total: order.total, refund: amount, payer_total: order.total, payer_refund: amount },
  }
}
