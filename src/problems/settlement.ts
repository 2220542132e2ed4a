/** Problems of debts, payouts, disputes and reconciliation. */
import { type Entry, entry } from './entry.ts'

export const settlementProblems = {
  dispute_unknown: entry(
    404,
    ['Dispute not found', '争议不存在'],
    ['Dispute {dispute} does not exist.', '争议 {dispute} 不存在。'],
  ),
  dispute_resolved: entry(
    409,
    ['Dispute already resolved', '争议已有结果'],
    ['The dispute is already {status}.', '争议状态已是“{status}”。'],
  ),
  dispute_refund_pending: entry(
    409,
    ['Refund pending', '有退款处理中'],
    [
      'A refund of {pending} {unit} of the same charge is still pending. Resolve the dispute after the refund has completed: it decides who bears the loss.',
      '同一笔交易有 {pending} {unit} 的退款尚在处理中。请等该退款完成后再录入争议结果，损失由谁承担取决于它。',
    ],
  ),
  dispute_exceeds_captured: entry(
    422,
    ['Paid amount exceeded', '争议金额超过已付金额'],
    [
      'The disputed amount is {asked} {unit}, but only {captured} {unit} was paid.',
      '争议金额为 {asked} {unit}，实付仅 {captured} {unit}。',
    ],
  ),
  dispute_lost_exceeds: entry(
    422,
    ['Disputed amount exceeded', '败诉金额超过争议金额'],
    [
      'The lost amount of {lost} {unit} is larger than the disputed amount of {amount} {unit}.',
      '败诉金额 {lost} {unit} 超过争议金额 {amount} {unit}。',
    ],
  ),
  // debts
  debt_limit_exceeded: entry(
    409,
    ['Debt limit exceeded', '收款方欠款将超限'],
    [
      '{party} owes {owed} {unit} and would owe {short} {unit} more, which exceeds its limit of {limit} {unit}.',
      '{party} 已欠 {owed} {unit}，退款后将再欠 {short} {unit}，超过上限 {limit} {unit}。',
    ],
  ),
  debt_none: entry(
    409,
    ['Nothing owed', '没有欠款'],
    ['{party} has no debt of this kind in {unit}.', '{party} 没有 {unit} 的此类欠款。'],
  ),
  debt_exceeded: entry(
    409,
    ['Debt exceeded', '超过欠款金额'],
    [
      '{party} owes {owed} {unit}; {asked} {unit} was requested.',
      '{party} 欠款 {owed} {unit}，请求处理 {asked} {unit}。',
    ],
  ),
  debt_restore_exceeded: entry(
    409,
    ['Written-off amount exceeded', '超过已核销金额'],
    [
      '{writtenOff} {unit} of {party} is written off; {asked} {unit} was requested.',
      '{party} 已核销 {writtenOff} {unit}，请求恢复 {asked} {unit}。',
    ],
  ),
  debt_entry_unknown: entry(
    404,
    ['Debt entry not found', '欠款处理记录不存在'],
    ['Debt entry {entry} does not exist.', '欠款处理记录 {entry} 不存在。'],
  ),
  debt_entry_closed: entry(
    409,
    ['Already decided', '已有决定'],
    ['The debt entry is already {status}.', '该欠款处理记录的状态已是“{status}”。'],
  ),
  approver_same: entry(
    403,
    ['Another approver required', '须由另一人批准'],
    [
      'You created or already approved this, so another user must approve it.',
      '您是发起人或已批准过，须由另一人批准。',
    ],
  ),

  // payouts
  payout_unknown: entry(
    404,
    ['Payout not found', '出款不存在'],
    ['Payout {payout} does not exist.', '出款 {payout} 不存在。'],
  ),
  payout_status: entry(
    409,
    ['Not possible in this state', '当前状态不可操作'],
    ['The payout is {status}.', '出款的状态为“{status}”。'],
  ),
  payout_nothing: entry(
    409,
    ['Nothing to pay out', '没有可出款金额'],
    [
      '{party} has {available} {unit} available, of which {owed} {unit} is owed and {heldBack} {unit} is held back for refunds.',
      '{party} 可用余额 {available} {unit}，其中欠款 {owed} {unit}，为退款暂留 {heldBack} {unit}。',
    ],
  ),
  payout_exceeds_payable: entry(
    409,
    ['Payable amount exceeded', '超过可出款金额'],
    [
      'At most {payable} {unit} can be paid out to {party}; {asked} {unit} was requested. {owed} {unit} is owed and {heldBack} {unit} is held back.',
      '{party} 最多可出款 {payable} {unit}，申请 {asked} {unit}。欠款 {owed} {unit}，暂留 {heldBack} {unit}。',
    ],
  ),
  payout_below_minimum: entry(
    409,
    ['Below the minimum payout', '低于最低出款金额'],
    ['{asked} {unit} is below the minimum payout of {minimum}.', '{asked} {unit} 低于最低出款金额 {minimum}。'],
  ),
  payouts_paused: entry(
    409,
    ['Payouts paused', '出款已暂停'],
    ['Payouts to {party} are paused.', '对 {party} 的出款已暂停。'],
  ),
  payout_destination_invalid: entry(
    422,
    ['Invalid bank account', '银行账户无效'],
    ['“{field}” contains characters that a payment file cannot carry.', '“{field}”含有付款文件无法使用的字符。'],
  ),
  payout_file_empty: entry(
    409,
    ['No payouts to send', '没有可发送的出款'],
    [
      'No approved payout in {unit} can be sent: {without} without a bank account, {waiting} with one that was set less than {hours} hours ago.',
      '没有可发送的 {unit} 出款：{without} 笔没有银行账户，{waiting} 笔的银行账户设置未满 {hours} 小时。',
    ],
  ),
  payout_file_unknown: entry(
    404,
    ['Payment file not found', '付款文件不存在'],
    ['Payment file {file} does not exist.', '付款文件 {file} 不存在。'],
  ),
  payout_results_invalid: entry(
    422,
    ['Invalid bank results', '银行结果无法读取'],
    ['Line {line} is invalid: {reason}.', '第 {line} 行无效：{reason}。'],
  ),
  statement_too_long: entry(
    422,
    ['Statement too long', '对账单过长'],
    ['The period has more than {most} entries. Choose a shorter one.', '该期间超过 {most} 条记录，请缩短期间。'],
  ),
  settlement_settings_invalid: entry(
    422,
    ['Invalid settlement settings', '结算设置无效'],
    ['“{field}” is invalid: {reason}.', '“{field}”无效：{reason}。'],
  ),
  reconciliation_unknown: entry(
    404,
    ['Reconciliation not found', '对账不存在'],
    ['Reconciliation {reconciliation} does not exist.', '对账 {reconciliation} 不存在。'],
  ),
  reconciliation_running: entry(
    409,
    ['Reconciliation running', '对账进行中'],
    ['The bill of {gateway} for {date} is already being reconciled.', '{gateway} {date} 的账单正在对账。'],
  ),
  reconciliation_date_invalid: entry(
    422,
    ['Invalid bill date', '账单日期无效'],
    [
      '“{date}” is not a past or current day in {timeZone}, written like 2026-11-20.',
      '“{date}”不是 {timeZone} 时区已开始的日期（格式如 2026-11-20）。',
    ],
  ),
  reconciliation_not_completed: entry(
    409,
    ['Reconciliation not completed', '对账未完成'],
    ['Reconciliation {reconciliation} has not completed yet.', '对账 {reconciliation} 尚未完成。'],
  ),
  reconciliation_superseded: entry(
    409,
    ['Reconciliation superseded', '对账已被取代'],
    [
      'A later run for the same day replaced {reconciliation}. Decide the difference there.',
      '同日较新的对账已取代 {reconciliation}，请在新的对账中处理。',
    ],
  ),
  bill_refused: entry(
    422,
    ['Bill refused', '账单被拒绝'],
    ['The bill cannot be used ({code}): {reason}.', '账单无法使用（{code}）：{reason}。'],
  ),
  difference_unknown: entry(
    404,
    ['Difference not found', '差异不存在'],
    ['This reconciliation has no difference {difference}.', '该对账没有差异 {difference}。'],
  ),
  difference_decided: entry(
    409,
    ['Difference already decided', '差异已处理'],
    ['The difference is already {status}.', '该差异的状态已是“{status}”。'],
  ),
  second_person_needed: entry(
    403,
    ['Another approver required', '须由他人审批'],
    [
      'A correction of {amount} {unit} must be approved by a user other than the one who started the reconciliation.',
      '{amount} {unit} 的更正须由对账发起人以外的人审批。',
    ],
  ),
  correction_refused: entry(
    409,
    ['Correction not possible', '无法更正'],
    [
      'The correction could not be made: {reason}. A booking to the suspense account is proposed instead.',
      '无法执行该更正：{reason}。现建议改记挂账。',
    ],
  ),
  correction_not_yet: entry(
    409,
    ['No final result from the provider', '支付机构尚无最终结果'],
    ['At the provider the refund is still {status}. Try again later.', '支付机构处的状态仍为“{status}”，请稍后再试。'],
  ),
} as const satisfies Record<string, Entry>
