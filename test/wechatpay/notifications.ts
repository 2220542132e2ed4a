/**
 * Notifications of the fake: sent at increasing intervals until they are accepted or given up.
 * https://pay.weixin.qq.com/docs/merchant/products/notification/introduction.html
 */
import type { Clock } from './clock.ts'
import { beijing } from './clock.ts'
import type { Fields } from './refusal.ts'
import { encrypted, type PlatformKey, signatureHeaders } from './transport.ts'

/** Seconds from each failed attempt to the next. */
const RETRY_SECONDS = [15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10_800, 10_800, 10_800, 21_600, 21_600]
const ANSWER_MS = 5_000

export interface FakeNotification {
  readonly id: string
  readonly url: string
  readonly eventType: string
  readonly body: string
  /** The status of each attempt; 0: no response. */
  readonly answers: number[]
}

const SUMMARY: Readonly<Record<string, string>> = {
  'TRANSACTION.SUCCESS': '支付成功',
  'REFUND.SUCCESS': '退款成功',
  'REFUND.ABNORMAL': '退款异常',
  'REFUND.CLOSED': '退款关闭',
}

export class Notifier {
  readonly sent: FakeNotification[] = []
  private readonly clock: Clock
  private readonly apiV3Key: string
  private readonly key: () => PlatformKey

  constructor(clock: Clock, apiV3Key: string, key: () => PlatformKey) {
    this.clock = clock
    this.apiV3Key = apiV3Key
    this.key = key
  }

  announce(
    id: string,
    url: string,
    {
      eventType,
      originalType,
      resource,
    }: { readonly eventType: string; readonly originalType: string; readonly resource: Fields },
  ): void {
    const body = JSON.stringify({
      id,
      create_time: beijing(this.clock.now()),
      resource_type: 'encrypt-resource',
      event_type: eventType,
      summary: SUMMARY[eventType] ?? eventType,
      resource: { original_type: originalType, ...encrypted(JSON.stringify(resource), originalType, this.apiV3Key) },
    })
    const notification: FakeNotification = { id, url, eventType, body, answers: [] }
    this.sent.push(notification)
    this.clock.after(0, () => this.deliver(notification))
  }

  /** Sends it once more, even if it was accepted, as the provider sometimes does. */
  async again(notification: FakeNotification): Promise<void> {
    notification.answers.push(await this.post(notification))
  }

  private async deliver(notification: FakeNotification): Promise<void> {
    await this.again(notification)
    const { answers } = notification
    if (answers.at(-1) === 200 || answers.at(-1) === 204) return
    const wait = RETRY_SECONDS[answers.length - 1]
    if (wait !== undefined) this.clock.after(wait, () => this.deliver(notification))
  }

  private async post({ url, body }: FakeNotification): Promise<number> {
    const headers = { 'Content-Type': 'application/json', ...signatureHeaders(body, this.key()) }
    try {
      const answer = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(ANSWER_MS) })
      await answer.arrayBuffer()
      return answer.status
    } catch {
      return 0
    }
  }
}
