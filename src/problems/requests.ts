/** Problems of refund requests, policies, bulk refunds and claims. */
import { type Entry, entry } from './entry.ts'

export const requestsProblems = {
  // policies
  refund_reason_not_accepted: entry(
    422,
    ['Reason not accepted', '此原因不予退款'],
    [
      'The refund policy of the charge does not allow refunds for the reason “{reason}”.',
      '该交易的退款政策不接受原因“{reason}”。',
    ],
  ),
  refund_asker_not_allowed: entry(
    403,
    ['Requester not allowed', '申请人不符合要求'],
    [
      'For the reason “{reason}” a refund can be requested only by: {allowed}; not by {asker}.',
      '原因“{reason}”只能由{allowed}申请，不能由{asker}申请。',
    ],
  ),
  refund_not_open_yet: entry(
    409,
    ['Refund not possible yet', '尚未到可退时间'],
    [
      'The gift can still be claimed. The unclaimed part can be refunded from {opensAt}.',
      '礼物仍可领取，未领取部分自 {opensAt} 起可退。',
    ],
  ),
  refund_used_up: entry(
    422,
    ['Entitlement used up', '已无可退部分'],
    [
      'The refund policy of the charge allows no further refund for the reason “{reason}”.',
      '按退款政策，以原因“{reason}”已无可退部分。',
    ],
  ),
  refund_exceeds_policy: entry(
    422,
    ['Policy limit exceeded', '超过政策可退金额'],
    [
      'The refund policy of the charge allows at most {most} {unit} for this request.',
      '按退款政策，此项最多可退 {most} {unit}。',
    ],
  ),
  refund_rate_missing: entry(
    422,
    ['Reference rate missing', '缺少参考汇率'],
    [
      'This charge is refunded at the exchange rate of the day. Provide the reference rate.',
      '该交易按退款当日汇率退回，请提供参考汇率。',
    ],
  ),
  // requests
  refund_request_unknown: entry(
    404,
    ['Refund request not found', '退款申请不存在'],
    ['Refund request {request} does not exist.', '退款申请 {request} 不存在。'],
  ),
  refund_request_closed: entry(
    409,
    ['Not possible in this state', '当前状态不可操作'],
    ['The refund request is {status}.', '退款申请的状态为“{status}”。'],
  ),
  refund_request_incomplete: entry(
    409,
    ['Information missing', '资料不全'],
    [
      'The refund request cannot be decided yet. Add what is missing: {missing}.',
      '退款申请暂时无法处理，请先补充：{missing}。',
    ],
  ),
  refund_request_changed: entry(
    409,
    ['Refund request changed', '申请已变更'],
    [
      'The refund request has changed since you loaded it. Load it again and review the changes.',
      '退款申请在您查看后有变更，请重新查看。',
    ],
  ),
  refund_request_appealed: entry(
    409,
    ['Already appealed', '已申诉过'],
    ['A refund request can be appealed only once.', '每个退款申请只能申诉一次。'],
  ),
  refund_requests_many: entry(
    409,
    ['Too many refund requests', '退款申请过多'],
    ['The charge already has {limit} refund requests.', '该交易已有 {limit} 个退款申请。'],
  ),
  refund_evidence_many: entry(
    422,
    ['Too much evidence', '一次提交的凭证过多'],
    ['At most {limit} pieces of evidence can be submitted at once.', '一次最多提交 {limit} 份凭证。'],
  ),
  refund_request_events_many: entry(
    409,
    ['Too many events', '历史记录已满'],
    ['A refund request can have at most {limit} events.', '每个退款申请最多 {limit} 条记录。'],
  ),
  approval_unknown: entry(
    404,
    ['Approval not found', '审批不存在'],
    ['Approval {approval} does not exist.', '审批 {approval} 不存在。'],
  ),
  approval_closed: entry(
    409,
    ['Approval closed', '审批已结束'],
    ['The approval is no longer pending; its status is {status}.', '该审批已不在待处理状态，当前状态：{status}。'],
  ),
  approval_not_own: entry(
    403,
    ['Not your request', '非本人提交'],
    ['Only the person who submitted it can withdraw it. You can decline it.', '只有提交人可以撤回；您可以拒绝。'],
  ),
  approval_role: entry(
    403,
    ['Role cannot approve', '该角色无审批权'],
    ['Only these roles can approve it: {roles}.', '仅以下角色可审批：{roles}。'],
  ),
  approval_needed: entry(
    409,
    ['Approval needed', '需要审批'],
    [
      'This refund needs the approval of another person. Create it individually, or as a bulk refund with approval.',
      '此退款需他人审批。请逐笔提交，或使用可审批的批量退款。',
    ],
  ),
  refund_rate_implausible: entry(
    422,
    ['Exchange rate implausible', '汇率超出合理范围'],
    [
      'The rate {rate} differs from the rate of the charge, {expected}, by more than {percent} %. Check the rate and its direction.',
      '汇率 {rate} 与交易时的汇率 {expected} 相差超过 {percent}%，请核对汇率及方向。',
    ],
  ),
  approval_own: entry(
    403,
    ['Own request', '须由他人审批'],
    ['You created this request, so another user must approve it.', '您是提交人，须由他人审批。'],
  ),
  approval_twice: entry(
    409,
    ['Already approved by you', '您已审批过'],
    [
      'You have already approved this. The second approval must come from another user.',
      '您已审批，另一次审批须由他人完成。',
    ],
  ),
  appeal_same_person: entry(
    403,
    ['Appeal needs another reviewer', '申诉须由他人处理'],
    ['The appeal is against your own decision, so another user must decide it.', '该申诉针对您的决定，须由他人处理。'],
  ),
  // claims
  claim_not_gift: entry(
    422,
    ['Not a gift', '不是礼物'],
    ['Item {item} is not a gift that can be claimed.', '商品项 {item} 不是待领取的礼物。'],
  ),
  claim_exceeds: entry(
    409,
    ['Claimable quantity exceeded', '超过可领取数量'],
    ['Only {unclaimed} of item {item} can still be claimed.', '商品项 {item} 仅可再领取 {unclaimed} 份。'],
  ),
  claim_closed: entry(
    410,
    ['Claim period over', '领取已截止'],
    [
      'The gift could be claimed until {returnsAt}; the unclaimed part is refunded to the payer.',
      '领取截止时间为 {returnsAt}，未领取部分退回付款方。',
    ],
  ),
  // bulk refunds
  bulk_refund_unknown: entry(
    404,
    ['Bulk refund not found', '批量退款不存在'],
    ['Bulk refund {bulk} does not exist.', '批量退款 {bulk} 不存在。'],
  ),
  bulk_refund_closed: entry(
    409,
    ['Not possible in this state', '当前状态不可操作'],
    ['The bulk refund is {status}.', '批量退款的状态为“{status}”。'],
  ),
  bulk_refund_too_large: entry(
    422,
    ['Too many rows', '行数过多'],
    ['A bulk refund can have at most {limit} rows.', '每个批量退款最多 {limit} 行。'],
  ),
  bulk_refund_empty: entry(
    422,
    ['Nothing to refund', '没有可退内容'],
    ['None of the rows can be refunded.', '没有任何一行可以退款。'],
  ),
  bulk_refund_rows_gap: entry(
    409,
    ['Rows missing', '缺少中间的行'],
    ['The next row must be number {next}, not {first}.', '下一行应为第 {next} 行，而不是第 {first} 行。'],
  ),
  bulk_row_invalid: entry(
    422,
    ['Invalid row', '行内容无效'],
    ['Row {number} is invalid: {reason}.', '第 {number} 行无效：{reason}。'],
  ),
  bulk_reference_ambiguous: entry(
    422,
    ['Ambiguous reference', '业务单号对应多笔交易'],
    [
      'Several charges have the reference {reference}. Use the charge id instead.',
      '业务单号 {reference} 对应多笔交易，请改用交易编号。',
    ],
  ),
  bulk_reference_unknown: entry(
    404,
    ['Reference not found', '业务单号不存在'],
    ['No charge has the reference {reference}.', '没有业务单号为 {reference} 的交易。'],
  ),
  bulk_row_not_yet: entry(
    409,
    ['Refund not possible yet', '尚未到可退时间'],
    ['The refund policy of the charge allows the refund from {at}.', '按退款政策，自 {at} 起方可退款。'],
  ),
  bulk_row_changed: entry(
    409,
    ['Approved amount exceeded', '超过已审批金额'],
    ['The refund would now be larger than the approved amount.', '现在应退的金额超过已审批的金额。'],
  ),
} as const satisfies Record<string, Entry>
