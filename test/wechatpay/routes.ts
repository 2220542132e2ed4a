/** The paths of WeChat Pay that the fake implements. */
import type { KeyObject } from 'node:crypto'
import { closeOrder, createOrder, queryOrder } from './orders.ts'
import {
  addReceiver,
  createReturn,
  createSplit,
  queryReturn,
  querySplit,
  unfreeze,
  unsplitAmount,
} from './profit-sharing.ts'
import { applyAbnormalRefund, createRefund, queryRefund } from './refunds.ts'
import type { Fields } from './refusal.ts'
import { byTransaction, type State } from './state.ts'
import { applyForBill, type BillFiles } from './trade-bill.ts'

interface Asked {
  readonly state: State
  readonly files: BillFiles
  readonly baseUrl: string
  /** The number in the path. */
  readonly parameter: string
  readonly query: Fields
  readonly body: Fields
  readonly decryptionKey: KeyObject | null
}

export interface Route {
  readonly method: 'GET' | 'POST'
  readonly path: RegExp
  /** Null: an empty response (204). */
  handle(requested: Asked): Fields | null
}

const route = (method: Route['method'], path: RegExp, handle: Route['handle']): Route => ({ method, path, handle })

export const routes: readonly Route[] = [
  route('POST', /^\/v3\/pay\/transactions\/native$/, ({ state, body }) => createOrder(state, 'NATIVE', body)),
  route('POST', /^\/v3\/pay\/transactions\/jsapi$/, ({ state, body }) => createOrder(state, 'JSAPI', body)),
  route('GET', /^\/v3\/pay\/transactions\/out-trade-no\/([^/]+)$/, ({ state, parameter, query }) =>
    queryOrder(state, parameter, query),
  ),
  route('GET', /^\/v3\/pay\/transactions\/id\/([^/]+)$/, ({ state, parameter, query }) =>
    queryOrder(state, byTransaction(state, parameter).number, query),
  ),
  route('POST', /^\/v3\/pay\/transactions\/out-trade-no\/([^/]+)\/close$/, ({ state, parameter, body }) =>
    closeOrder(state, parameter, body),
  ),
  route('POST', /^\/v3\/refund\/domestic\/refunds$/, ({ state, body }) => createRefund(state, body)),
  route('GET', /^\/v3\/refund\/domestic\/refunds\/([^/]+)$/, ({ state, parameter }) => queryRefund(state, parameter)),
  route('POST', /^\/v3\/refund\/domestic\/refunds\/([^/]+)\/apply-abnormal-refund$/, ({ state, parameter, body }) =>
    applyAbnormalRefund(state, parameter, body),
  ),
  route('GET', /^\/v3\/bill\/tradebill$/, ({ state, files, query, baseUrl }) =>
    applyForBill(state, files, query, baseUrl),
  ),
  route('POST', /^\/v3\/profitsharing\/receivers\/add$/, ({ state, body, decryptionKey }) =>
    addReceiver(state, body, decryptionKey),
  ),
  route('POST', /^\/v3\/profitsharing\/orders$/, ({ state, body }) => createSplit(state, body)),
  route('POST', /^\/v3\/profitsharing\/orders\/unfreeze$/, ({ state, body }) => unfreeze(state, body)),
  route('GET', /^\/v3\/profitsharing\/orders\/([^/]+)$/, ({ state, parameter, query }) =>
    querySplit(state, parameter, query),
  ),
  route('GET', /^\/v3\/profitsharing\/transactions\/([^/]+)\/amounts$/, ({ state, parameter }) =>
    unsplitAmount(state, parameter),
  ),
  route('POST', /^\/v3\/profitsharing\/return-orders$/, ({ state, body }) => createReturn(state, body)),
  route('GET', /^\/v3\/profitsharing\/return-orders\/([^/]+)$/, ({ state, parameter, query }) =>
    queryReturn(state, parameter, query),
  ),
]
