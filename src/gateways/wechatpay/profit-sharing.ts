/**
 * Profit sharing (分账) of an ordinary merchant: parts of a payment are paid to receivers and can be returned before a
 * refund where the receiver is a merchant. A refund does not return parts and a return does not refund: both are
 * requested separately, in either order. @see
 * https://pay.weixin.qq.com/docs/merchant/products/profit-sharing/apilist.html @see
 * https://pay.weixin.qq.com/docs/partner/apis/profit-sharing/return-orders/create-return-order.html
 */
import Type, { type Static } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Micros } from '../../money/amount.ts'
import { GatewayError } from '../gateway.ts'
import { WechatPayClient, type WechatPayOptions } from './connection.ts'
import { notBelieved } from './errors.ts'
import { fromFen, toFen, UNIT } from './fen.ts'
import { requestNumber, shortened } from './numbers.ts'
import { instant } from './orders.ts'
import type { WechatPaySettings } from './settings.ts'

type ReceiverType = 'MERCHANT_ID' | 'PERSONAL_OPENID'

type ReceiverRelation =
  | 'STORE'
  | 'STAFF'
  | 'STORE_OWNER'
  | 'PARTNER'
  | 'HEADQUARTER'
  | 'BRAND'
  | 'DISTRIBUTOR'
  | 'USER'
  | 'SUPPLIER'
  | 'CUSTOM'

interface Receiver {
  readonly type: ReceiverType
  /** Merchant number, or the person's id within our app. */
  readonly account: string
  /** Full name of a merchant (required), real name of a person (verified if given). Encrypted in transit. */
  readonly name?: string
  readonly relation: ReceiverRelation
  /** Free text, where the relation is CUSTOM. */
  readonly customRelation?: string
}

export interface SplitRequest {
  /** Our number of the split (out_order_no): the same on every retry. */
  readonly number: string
  /** The provider's number of the payment (transaction_id). */
  readonly transaction: string
  readonly parts: readonly SplitPart[]
  /** Whether to release the remainder to the merchant now; nothing of this payment can be split afterwards. */
  readonly releaseRest: boolean
}

interface SplitPart {
  readonly type: ReceiverType
  readonly account: string
  readonly amount: Micros
  readonly unit: string
  readonly description: string
}

/** A split is accepted first and executed later: query it until it is `finished`. */
interface SplitState {
  readonly number: string
  readonly transaction: string
  readonly providerNumber: string
  readonly status: 'processing' | 'finished'
  readonly parts: readonly SplitPartState[]
}

interface SplitPartState {
  readonly type: string
  readonly account: string
  readonly amount: Micros
  readonly unit: string
  /** `closed`: the receiver could not be paid, and its part remained with the merchant. */
  readonly status: 'pending' | 'succeeded' | 'closed'
  readonly failReason: string | null
}

interface SplitReturnRequest {
  /** Our number of the return (out_return_no): the same on every retry, a new one only after `failed`. */
  readonly number: string
  /** Our number of the split to return from. */
  readonly split: string
  /** Merchant number of the returning receiver. Persons can't return. */
  readonly merchant: string
  readonly amount: Micros
  readonly unit: string
  readonly description: string
}

/**
 * `processing`: the receiver's balance is insufficient; repeating the request succeeds once it is funded. `failed` is
 * final.
 */
interface SplitReturnState {
  readonly number: string
  readonly split: string
  readonly merchant: string
  readonly providerNumber: string
  readonly amount: Micros
  readonly unit: string
  readonly status: 'processing' | 'succeeded' | 'failed'
  readonly failReason: string | null
  readonly finishedAt: Date | null
}

/** The profit-sharing calls. Every method throws GatewayError as a gateway does. */
export interface WechatPayProfitSharing {
  /** Registers a receiver, required once before its first split. Repeating it changes nothing. */
  addReceiver(receiver: Receiver): Promise<void>
  split(request: SplitRequest): Promise<SplitState>
  querySplit(number: string, transaction: string): Promise<SplitState>
  /** Releases the remainder to the merchant, under a number of its own. */
  release(request: {
    readonly number: string
    readonly transaction: string
    readonly description: string
  }): Promise<SplitState>
  /** Returns the amount of a payment that can still be split. */
  unsplitAmount(transaction: string): Promise<Micros>
  /**
   * Returns a part from a receiver.
   * @throws GatewayError `unknown` with code NOT_ENOUGH while the receiver's balance is insufficient: the provider
   * keeps the request and executes it once the receiver is funded.
   */
  takeBack(request: SplitReturnRequest): Promise<SplitReturnState>
  queryReturn(number: string, split: string): Promise<SplitReturnState>
}

const Split = Type.Object({
  transaction_id: Type.String(),
  out_order_no: Type.String(),
  order_id: Type.String(),
  state: Type.Union([Type.Literal('PROCESSING'), Type.Literal('FINISHED')]),
  receivers: Type.Optional(
    Type.Array(
      Type.Object({
        type: Type.String(),
        account: Type.String(),
        amount: Type.Integer({ minimum: 0 }),
        result: Type.Union([Type.Literal('PENDING'), Type.Literal('SUCCESS'), Type.Literal('CLOSED')]),
        fail_reason: Type.Optional(Type.String()),
      }),
    ),
  ),
})

const Return = Type.Object({
  out_order_no: Type.String(),
  out_return_no: Type.String(),
  return_id: Type.String(),
  return_mchid: Type.String(),
  amount: Type.Integer({ minimum: 0 }),
  result: Type.Union([Type.Literal('PROCESSING'), Type.Literal('SUCCESS'), Type.Literal('FAILED')]),
  fail_reason: Type.Optional(Type.String()),
  finish_time: Type.Optional(Type.String()),
})

const shapes = {
  split: Compile(Split),
  returned: Compile(Return),
  unsplit: Compile(Type.Object({ unsplit_amount: Type.Integer({ minimum: 0 }) })),
}

const PART_STATUS = { PENDING: 'pending', SUCCESS: 'succeeded', CLOSED: 'closed' } as const
const RETURN_STATUS = { PROCESSING: 'processing', SUCCESS: 'succeeded', FAILED: 'failed' } as const
const DESCRIPTION_LONGEST = 80

export function wechatPayProfitSharing(
  settings: WechatPaySettings,
  options: WechatPayOptions = {},
): WechatPayProfitSharing {
  const client = new WechatPayClient(settings, options)
  return {
    addReceiver: (receiver) => addReceiver(client, receiver),
    split: (request) => split(client, request),
    querySplit: async (number, transaction) => {
      const path = `/v3/profitsharing/orders/${encodeURIComponent(requestNumber(number))}`
      const call = { method: 'GET', path, query: { transaction_id: transaction } } as const
      return splitState(await client.call(call, shapes.split), number)
    },
    release: async ({ number, transaction, description }) => {
      const body = {
        transaction_id: transaction,
        out_order_no: requestNumber(number),
        description: shortened(description, DESCRIPTION_LONGEST),
      }
      const call = { method: 'POST', path: '/v3/profitsharing/orders/unfreeze', body } as const
      return splitState(await client.call(call, shapes.split), number)
    },
    unsplitAmount: async (transaction) => {
      const path = `/v3/profitsharing/transactions/${encodeURIComponent(transaction)}/amounts`
      return fromFen((await client.call({ method: 'GET', path }, shapes.unsplit)).unsplit_amount)
    },
    takeBack: (request) => takeBack(client, request),
    queryReturn: async (number, of) => {
      const path = `/v3/profitsharing/return-orders/${encodeURIComponent(requestNumber(number))}`
      const call = { method: 'GET', path, query: { out_order_no: requestNumber(of) } } as const
      return returnState(await client.call(call, shapes.returned), number)
    },
  }
}

async function addReceiver(client: WechatPayClient, receiver: Receiver): Promise<void> {
  const name = receiver.name ? await client.encrypt(receiver.name) : null
  const body = {
    appid: client.settings.appid,
    type: receiver.type,
    account: receiver.account,
    ...(name && { name: name.text }),
    relation_type: receiver.relation,
    ...(receiver.customRelation && { custom_relation: receiver.customRelation }),
  }
  await client.tell({
    method: 'POST',
    path: '/v3/profitsharing/receivers/add',
    body,
    ...(name && { encryptedWith: name.serial }),
  })
}

async function split(client: WechatPayClient, request: SplitRequest): Promise<SplitState> {
  const body = {
    appid: client.settings.appid,
    transaction_id: request.transaction,
    out_order_no: requestNumber(request.number),
    receivers: request.parts.map(({ type, account, amount, unit, description }) => ({
      type,
      account,
      amount: toFen(amount, unit),
      description: shortened(description, DESCRIPTION_LONGEST),
    })),
    unfreeze_unsplit: request.releaseRest,
  }
  const answer = await client.call({ method: 'POST', path: '/v3/profitsharing/orders', body }, shapes.split)
  return splitState(answer, request.number)
}

function splitState(answer: Static<typeof Split>, number: string): SplitState {
  if (answer.out_order_no !== number) throw mismatch('split')
  return {
    number,
    transaction: answer.transaction_id,
    providerNumber: answer.order_id,
    status: answer.state === 'FINISHED' ? 'finished' : 'processing',
    parts: (answer.receivers ?? []).map((part) => ({
      type: part.type,
      account: part.account,
      amount: fromFen(part.amount),
      unit: UNIT,
      status: PART_STATUS[part.result],
      failReason: part.fail_reason ?? null,
    })),
  }
}

async function takeBack(client: WechatPayClient, request: SplitReturnRequest): Promise<SplitReturnState> {
  const body = {
    out_order_no: requestNumber(request.split),
    out_return_no: requestNumber(request.number),
    return_mchid: request.merchant,
    amount: toFen(request.amount, request.unit),
    description: shortened(request.description, DESCRIPTION_LONGEST),
  }
  try {
    const answer = await client.call({ method: 'POST', path: '/v3/profitsharing/return-orders', body }, shapes.returned)
    return returnState(answer, request.number)
  } catch (error) {
    // For other calls this code means that nothing happened. Here the provider has stored the request and reports it as
    // processing. https://pay.weixin.qq.com/doc/v3/partner/4012525463
    if (!(error instanceof GatewayError && error.kind === 'refused' && error.code === 'NOT_ENOUGH')) throw error
    throw new GatewayError('unknown', error.code, error.message)
  }
}

function returnState(answer: Static<typeof Return>, number: string): SplitReturnState {
  if (answer.out_return_no !== number) throw mismatch('return')
  return {
    number,
    split: answer.out_order_no,
    merchant: answer.return_mchid,
    providerNumber: answer.return_id,
    amount: fromFen(answer.amount),
    unit: UNIT,
    status: RETURN_STATUS[answer.result],
    failReason: answer.fail_reason ?? null,
    finishedAt: answer.finish_time ? instant(answer.finish_time) : null,
  }
}

function mismatch(what: string): GatewayError {
  return notBelieved('answer_mismatch', `The answer of WeChat Pay is about another ${what}.`)
}
