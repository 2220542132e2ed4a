/** The gateway for WeChat Pay APIv3, domestic, for ordinary merchants (普通商户). */

import type { Gateway, GatewayRefundState } from '../gateway.ts'
import { WechatPayClient, type WechatPayOptions } from './connection.ts'
import { readNotification } from './notification.ts'
import { closeOrder, createOrder, queryOrder } from './orders.ts'
import { queryRefund, redirectRefund, refund } from './refunds.ts'
import { wechatPayRules } from './rules.ts'
import type { WechatPaySettings } from './settings.ts'
import { downloadBill } from './trade-bill.ts'

export interface WechatPayGateway extends Gateway {
  /** Redirects an abnormal refund to the merchant's own settlement card. */
  redirectRefund(number: string): Promise<GatewayRefundState>
}

/**
 * Creates a gateway. It reads notifications from lower-case headers and the exact bytes of the body. Every call may be
 * repeated with the same number; the gateway itself retries none. The answer to a refund only confirms its acceptance:
 * see `rules.pollSeconds`.
 */
export function wechatPayGateway(settings: WechatPaySettings, options: WechatPayOptions = {}): WechatPayGateway {
  const client = new WechatPayClient(settings, options)
  return {
    kind: 'wechatpay',
    rules: wechatPayRules,
    merchant: settings.mchid,
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
    downloadBill: (date) => downloadBill(client, { date, merchant: settings.mchid, mayBeEmpty: true }),
  }
}
