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
  // requests
  refund_request_unknown: entry(
    404,
    ['Unknown refund request', '退款申请不存在'],
    ['there is no refund request {request}', '没有退款申请 {request}'],
  ),
  refund_request_closed: entry(
    409,
    ['Not possible as it stands', '当前状态不可操作'],
    ['the request is {status}', '退款申请当前状态为 {status}'],
  ),
  refund_request_incomplete: entry(
    409,
    ['Something is missing', '凭证不全'],
    ['before it can be decided this is needed: {missing}', '须先补充以下内容才能处理：{missing}'],
  ),
  refund_request_changed: entry(
    409,
    ['Changed meanwhile', '申请已变更'],
    ['somebody has added to the request meanwhile: look at it again', '其间有人补充了申请内容：请重新查看'],
  ),
  refund_request_appealed: entry(
    409,
    ['Appealed already', '已申诉过'],
    ['a request can be appealed once', '每个申请只能申诉一次'],
  ),
  refund_requests_many: entry(
    409,
    ['Too many requests for one charge', '同一扣款的申请过多'],
    ['there are {limit} requests for this charge already', '该扣款已有 {limit} 个退款申请'],
  ),
  refund_evidence_many: entry(
    422,
    ['Too much evidence at once', '一次提交的凭证过多'],
    ['at most {limit} pieces of evidence at once', '一次最多提交 {limit} 份凭证'],
  ),
  refund_request_events_many: entry(
    409,
    ['History full', '历史记录已满'],
    ['a request has at most {limit} events', '每个申请最多 {limit} 条记录'],
  ),
  approval_own: entry(
    403,
    ['Somebody else must approve', '须由他人审批'],
    ['nobody approves what he asked for himself', '不得审批本人提交的申请'],
  ),
  approval_twice: entry(
    409,
    ['Approved already', '已审批过'],
    ['you have approved this: the other approval must be another person’s', '您已审批：另一次审批须由他人完成'],
  ),
  appeal_same_person: entry(
    403,
    ['Somebody else must decide the appeal', '申诉须由他人处理'],
    ['an appeal is decided by another person than the one it is against', '申诉不得由原处理人处理'],
  ),
  // claims
  claim_not_gift: entry(
    422,
    ['Not a gift', '不是礼物'],
    ['item {item} is nothing that somebody has to claim', '商品项 {item} 不是待领取的礼物'],
  ),
  claim_exceeds: entry(
    409,
    ['More than is left to claim', '超过可领取数量'],
    ['of item {item} {unclaimed} can still be claimed', '商品项 {item} 还可领取 {unclaimed} 份'],
  ),
  claim_closed: entry(
    410,
    ['Too late to claim', '领取已截止'],
    ['what was not claimed by {returnsAt} goes back to the payer', '截至 {returnsAt} 未领取的部分已退回付款方'],
  ),
  // bulk refunds
  bulk_refund_unknown: entry(
    404,
    ['Unknown bulk refund', '批量退款不存在'],
    ['there is no bulk refund {bulk}', '没有批量退款 {bulk}'],
  ),
  bulk_refund_closed: entry(
    409,
    ['Not possible as it stands', '当前状态不可操作'],
    ['the bulk refund is {status}', '批量退款当前状态为 {status}'],
  ),
  bulk_refund_too_large: entry(
    422,
    ['Too many rows', '行数过多'],
    ['a bulk refund has at most {limit} rows', '每个批量退款最多 {limit} 行'],
  ),
  bulk_refund_empty: entry(
    422,
    ['Nothing to give back', '没有可退内容'],
    ['none of the rows can be given back', '没有任何一行可以退款'],
  ),
  bulk_refund_rows_gap: entry(
    409,
    ['Rows are missing in between', '缺少中间的行'],
    ['the next row is number {next}, not {first}', '下一行应为第 {next} 行，而不是第 {first} 行'],
  ),
  bulk_row_invalid: entry(
    422,
    ['Row makes no sense', '行内容无效'],
    ['row {number}: {reason}', '第 {number} 行：{reason}'],
  ),
  bulk_reference_ambiguous: entry(
    422,
    ['Several charges have this reference', '多个扣款使用该业务单号'],
    [
      'the reference {reference} is on several charges: give the id of one',
      '业务单号 {reference} 对应多个扣款：请给出扣款编号',
    ],
  ),
  bulk_reference_unknown: entry(
    404,
    ['No charge has this reference', '没有扣款使用该业务单号'],
    ['no charge has the reference {reference}', '没有扣款的业务单号为 {reference}'],
  ),
  bulk_row_not_yet: entry(
    409,
    ['Too early to give back', '尚未到可退时间'],
    ['by the policy of the charge it can be given back from {at} on', '按退款政策，自 {at} 起方可退款'],
  ),
  bulk_row_changed: entry(
    409,
    ['More than was approved', '超过已审批金额'],
    ['it would now give back more than was approved', '现在将退还的金额超过已审批的金额'],
  ),
} as const satisfies Record<string, Entry>
