/** How Recoup says no about refund requests, policies, bulk refunds and claims. */
import { type Entry, entry } from './entry.ts'

export const requestsProblems = {
  // policies
  refund_reason_not_accepted: entry(
    422,
    ['Not given back for this reason', '此原因不予退款'],
    ['the policy of the charge gives nothing back for the reason {reason}', '该扣款的退款政策不接受原因 {reason}'],
  ),
  refund_asker_not_allowed: entry(
    403,
    ['Somebody else must ask', '须由他人申请'],
    [
      'for the reason {reason} only {allowed} may ask, not {asker}',
      '原因 {reason} 只能由 {allowed} 申请，{asker} 不可申请',
    ],
  ),
  refund_not_open_yet: entry(
    409,
    ['Too early to give back', '尚未到可退时间'],
    [
      'it can still be claimed; what is not claimed goes back from {opensAt} on',
      '仍可领取；未领取部分自 {opensAt} 起退回',
    ],
  ),
  refund_used_up: entry(
    422,
    ['Used up', '已使用完毕'],
    [
      'by the policy of the charge, nothing more of it comes back for the reason {reason}',
      '按退款政策，以原因 {reason} 已无可退部分',
    ],
  ),
  refund_exceeds_policy: entry(
    422,
    ['More than the policy gives back', '超过政策可退金额'],
    ['by the policy of the charge {most} {unit} can come back for this', '按退款政策，此项最多可退 {most} {unit}'],
  ),
  refund_rate_missing: entry(
    422,
    ['Reference rate missing', '缺少参考汇率'],
    [
      'refunds of this charge go by the rate of the day: give the reference rate',
      '该扣款按退款当日汇率退回：请提供参考汇率',
    ],
  ),
} as const satisfies Record<string, Entry>
