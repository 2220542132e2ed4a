/** How Recoup says no about debts, payouts, disputes and reconciliation. */
import { type Entry, entry } from './entry.ts'

export const settlementProblems = {
  dispute_unknown: entry(
    404,
    ['Unknown dispute', '争议不存在'],
    ['there is no dispute {dispute}', '没有争议 {dispute}'],
  ),
  dispute_resolved: entry(
    409,
    ['Dispute already resolved', '争议已有结果'],
    ['the dispute was {status} already', '争议状态已是 {status}'],
  ),
  dispute_refund_pending: entry(
    409,
    ['A refund is on its way', '有退款正在途中'],
    [
      '{pending} {unit} of the same charge are on their way to the payer; say how the dispute ended once that refund has ended: it decides who bears the loss',
      '同一笔扣款有 {pending} {unit} 正在退给付款方；请等该退款结束后再录入争议结果，损失由谁承担取决于它',
    ],
  ),
  dispute_exceeds_captured: entry(
    422,
    ['Disputed more than was paid', '争议金额超过已付金额'],
    ['{asked} {unit} are disputed, {captured} {unit} were paid', '争议 {asked} {unit}，实付 {captured} {unit}'],
  ),
  dispute_lost_exceeds: entry(
    422,
    ['Lost more than was disputed', '败诉金额超过争议金额'],
    ['{lost} {unit} of {amount} {unit} can not be lost', '争议 {amount} {unit}，不能判退 {lost} {unit}'],
  ),
  // debts
  debt_limit_exceeded: entry(
    409,
    ['Payee would owe too much', '收款方欠款将超限'],
    [
      '{party} owes {owed} {unit} and would owe {short} {unit} more; its limit is {limit} {unit}',
      '{party} 已欠 {owed} {unit}，退款后将再欠 {short} {unit}，上限为 {limit} {unit}',
    ],
  ),
  debt_none: entry(
    409,
    ['Nothing owed', '没有欠款'],
    ['{party} owes nothing of that kind in {unit}', '{party} 没有 {unit} 的此类欠款'],
  ),
  debt_exceeded: entry(
    409,
    ['More than is owed', '超过欠款金额'],
    ['{party} owes {owed} {unit}, not {asked} {unit}', '{party} 欠 {owed} {unit}，不足 {asked} {unit}'],
  ),
  debt_restore_exceeded: entry(
    409,
    ['More than was written off', '超过已核销金额'],
    [
      '{writtenOff} {unit} of {party} stay written off, not {asked} {unit}',
      '{party} 尚有 {writtenOff} {unit} 处于核销状态，不足 {asked} {unit}',
    ],
  ),
  debt_entry_unknown: entry(
    404,
    ['Unknown debt entry', '欠款处理记录不存在'],
    ['there is no debt entry {entry}', '没有欠款处理记录 {entry}'],
  ),
  debt_entry_closed: entry(
    409,
    ['Already decided', '已有决定'],
    ['the debt entry is {status} already', '该欠款处理记录的状态已是 {status}'],
  ),
  approver_same: entry(
    403,
    ['A second person must approve', '须由另一人批准'],
    ['who asked for it, or approved it already, can not approve it', '发起人或已批准过的人不能再批准'],
  ),

  // payouts
  payout_unknown: entry(404, ['Unknown payout', '付款不存在'], ['there is no payout {payout}', '没有付款 {payout}']),
  payout_status: entry(
    409,
    ['Not possible in this state', '当前状态不允许'],
    ['the payout is {status}', '付款状态为 {status}'],
  ),
  payout_nothing: entry(
    409,
    ['Nothing to pay out', '没有可付金额'],
    [
      'of {available} {unit} that {party} has, {owed} {unit} are owed and {heldBack} {unit} are held back for refunds',
      '{party} 可用 {available} {unit}，其中欠款 {owed} {unit}，为退款预留 {heldBack} {unit}',
    ],
  ),
  payout_exceeds_payable: entry(
    409,
    ['More than can be paid out', '超过可付金额'],
    [
      '{payable} {unit} can be paid out to {party}, not {asked} {unit}: {owed} {unit} are owed, {heldBack} {unit} held back',
      '{party} 可付 {payable} {unit}，不足 {asked} {unit}：欠款 {owed} {unit}，预留 {heldBack} {unit}',
    ],
  ),
  payout_below_minimum: entry(
    409,
    ['Less than the minimum', '低于最低付款金额'],
    ['{asked} {unit} are less than the minimum of {minimum}', '{asked} {unit} 低于最低金额 {minimum}'],
  ),
  payouts_paused: entry(
    409,
    ['Payouts are paused', '付款已暂停'],
    ['payouts to {party} are paused', '对 {party} 的付款已暂停'],
  ),
  payout_destination_invalid: entry(
    422,
    ['Not a bank account', '收款账户无效'],
    ['“{field}” can not be written into a payment file', '“{field}”无法写入付款文件'],
  ),
  payout_file_empty: entry(
    409,
    ['Nothing to send', '没有可发送的付款'],
    [
      'no approved payout in {unit} has a destination ({without} have none)',
      '没有已批准且有收款账户的 {unit} 付款（{without} 笔没有收款账户）',
    ],
  ),
  payout_file_unknown: entry(
    404,
    ['Unknown payment file', '付款文件不存在'],
    ['there is no payment file {file}', '没有付款文件 {file}'],
  ),
  payout_results_invalid: entry(
    422,
    ['Results can not be read', '无法读取结果'],
    ['line {line}: {reason}', '第 {line} 行：{reason}'],
  ),
  statement_too_long: entry(
    422,
    ['Statement too long', '对账单过长'],
    ['the period has more than {most} entries; ask for a shorter one', '该期间超过 {most} 条记录，请缩短期间'],
  ),
  settlement_settings_invalid: entry(
    422,
    ['Settings not understood', '设置无效'],
    ['{field}: {reason}', '{field}：{reason}'],
  ),
  reconciliation_unknown: entry(
    404,
    ['Unknown reconciliation', '对账不存在'],
    ['there is no reconciliation {reconciliation}', '没有对账 {reconciliation}'],
  ),
  reconciliation_running: entry(
    409,
    ['Reconciliation under way', '对账进行中'],
    ['the bill of {gateway} of {date} is being reconciled', '{gateway} {date} 的账单正在对账'],
  ),
  reconciliation_date_invalid: entry(
    422,
    ['Not a day with a bill', '账单日期无效'],
    [
      '“{date}” is no day, written like 2026-11-20, that has begun in {timeZone}',
      '“{date}”不是 {timeZone} 已开始的日期（格式如 2026-11-20）',
    ],
  ),
  reconciliation_not_completed: entry(
    409,
    ['Reconciliation not completed', '对账未完成'],
    ['{reconciliation} has not been completed', '{reconciliation} 尚未完成'],
  ),
  reconciliation_superseded: entry(
    409,
    ['Reconciliation superseded', '对账已被取代'],
    [
      'a later run of the same day took the place of {reconciliation}: decide there',
      '同日较新的对账已取代 {reconciliation}，请在新对账中处理',
    ],
  ),
  bill_refused: entry(
    422,
    ['Bill refused', '账单被拒绝'],
    ['the bill is not taken: {code} {reason}', '账单未被接受：{code} {reason}'],
  ),
  difference_unknown: entry(
    404,
    ['Unknown difference', '差异不存在'],
    ['there is no difference {difference} in this reconciliation', '该对账中没有差异 {difference}'],
  ),
  difference_decided: entry(
    409,
    ['Difference decided already', '差异已处理'],
    ['the difference is {status} by now', '该差异状态已是 {status}'],
  ),
  second_person_needed: entry(
    403,
    ['Somebody else must approve', '须由他人审批'],
    [
      'a correction of {amount} {unit} needs somebody else than who started the reconciliation',
      '{amount} {unit} 的更正须由发起对账以外的人审批',
    ],
  ),
  correction_refused: entry(
    409,
    ['Correction not possible', '无法更正'],
    [
      'it could not be done: {reason}; it is proposed for the suspense account instead',
      '无法执行：{reason}；改为建议记入待查差异',
    ],
  ),
  correction_not_yet: entry(
    409,
    ['Not ended at the provider', '支付机构尚无结果'],
    ['the provider says {status}: ask again later', '支付机构的状态为 {status}：请稍后再试'],
  ),
} as const satisfies Record<string, Entry>
