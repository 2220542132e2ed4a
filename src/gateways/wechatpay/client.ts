/** WeChat Pay APIv3 for a merchant of its own (普通商户), domestic, as a gateway. */
import type { Gateway, GatewayRefundState } from '../gateway.ts'
import { WechatPayClient } from './connection.ts'
import { readNotification } from './notification.ts'
import { closeOrder, createOrder, queryOrder } from './orders.ts'
import { queryRefund, redirectRefund, refund } from './refunds.ts'
import { wechatPayRules } from './rules.ts'
import type { WechatPaySettings } from './settings.ts'
import { downloadBill } from './trade-bill.ts'

export interface WechatPayOptions {
  /** The clock that the age of signatures is read against. */
  readonly now?: () => Date
}

export interface WechatPayGateway extends Gateway {
  /** To the merchant's own settlement card. */
  redirectRefund(number: string): Promise<GatewayRefundState>
}

/**
 * Notifications are taken from headers in lower case and the body byte for byte. Every call may be repeated with the same
 * number; none is repeated here. A refund's answer says only that it was taken: see `rules.pollSeconds`.
 */
export function wechatPayGateway(settings: WechatPaySettings, options: WechatPayOptions = {}): WechatPayGateway {
  const client = new WechatPayClient(settings, options.now ?? (() => new Date()))
  return {
    kind: 'wechatpay',
    rules: wechatPayRules,
    createOrder: (order) => createOrder(client, order),
    queryOrder: (number) => queryOrder(client, number),
    closeOrder: (number) => closeOrder(client, number),
    refund: (request) => refund(client, request),
    queryRefund: (number) => queryRefund(client, number),
    redirectRefund: (number) => redirectRefund(client, number),
    readNotification: (headers, body) => readNotification(client, headers, body),
    acknowledgement: () => ({
      status: 200,
      body: '{"code":"SUCCESS","message":"成功"}',
      contentType: 'application/json; charset=utf-8',
    }),
    downloadBill: (date) => downloadBill(client, date),
  }
}
