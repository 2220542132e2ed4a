/**
 * The retry schedule that the Standard Webhooks specification proposes, about three days in total
 * (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#deliverability-and-reliability).
 */

const MINUTE = 60
const HOUR = 60 * MINUTE

/** Seconds before each attempt; their number is the number of attempts. */
export const SCHEDULE: readonly number[] = [
  0,
  5,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
]

/** An endpoint that has failed for this long is disabled. */
export const FAILING_SECONDS = 5 * 24 * HOUR

/** At most a tenth more, so that deliveries that failed together are not retried together. */
const JITTER = 0.1

/** Seconds from a failed attempt to the next one; undefined after the last. */
export function delayAfter(attempts: number, schedule: readonly number[]): number | undefined {
  const delay = schedule[attempts]
  return delay === undefined ? undefined : delay * (1 + Math.random() * JITTER)
}
