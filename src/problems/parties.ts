/** Problems of tenants, parties, accounts and holds. */
import { type Entry, entry } from './entry.ts'

export const partiesProblems = {
  tenant_exists: entry(
    409,
    ['Tenant already exists', '租户已存在'],
    ['A tenant named “{name}” already exists.', '租户“{name}”已存在。'],
  ),

  party_unknown: entry(
    404,
    ['Party not found', '商户/用户不存在'],
    ['Party “{party}” does not exist.', '商户/用户“{party}”不存在。'],
  ),
  party_reserved: entry(
    422,
    ['Reserved party id', '编号为系统保留'],
    [
      '“{party}” is reserved for accounts of the ledger itself and cannot be a party.',
      '“{party}”为账本自身账户保留，不能用作商户/用户编号。',
    ],
  ),
  party_id_invalid: entry(
    422,
    ['Invalid party id', '商户/用户编号无效'],
    [
      '“{party}” is not a valid party id. Use 1–64 letters, digits or _ . : -, starting with a letter or digit.',
      '“{party}”不是有效的商户/用户编号。须为 1–64 位字母、数字或 _ . : -，且以字母或数字开头。',
    ],
  ),
  account_path_invalid: entry(
    422,
    ['Invalid account', '账户无效'],
    [
      '“{path}” is not an account of the form party/purpose. Purposes: {purposes}.',
      '“{path}”不是“商户或用户编号/用途”形式的账户。可用的用途：{purposes}。',
    ],
  ),
  account_unknown: entry(
    404,
    ['Account not found', '账户不存在'],
    ['Account {path} does not exist in {unit}.', '{unit} 账户 {path} 不存在。'],
  ),
  insufficient_funds: entry(
    409,
    ['Insufficient funds', '余额不足'],
    ['Account {account} has only {available} {unit} available.', '账户 {account} 的可用余额仅有 {available} {unit}。'],
  ),
  hold_unknown: entry(404, ['Hold not found', '冻结不存在'], ['Hold {hold} does not exist.', '冻结 {hold} 不存在。']),
  hold_closed: entry(409, ['Hold closed', '冻结已结束'], ['The hold is {status}.', '该冻结的状态为“{status}”。']),
  hold_expired: entry(
    410,
    ['Hold expired', '冻结已过期'],
    ['The hold expired at {expiresAt}. Create a new hold.', '该冻结已于 {expiresAt} 过期，请重新冻结。'],
  ),
  hold_exceeded: entry(
    422,
    ['Held amount exceeded', '超过冻结金额'],
    ['The hold covers only {held} {unit}.', '冻结金额仅有 {held} {unit}。'],
  ),
  hold_other_account: entry(
    422,
    ['Hold on a different account', '冻结属于其他账户'],
    [
      'The hold is on account {account}, but the charge is paid from {payer}.',
      '冻结在账户 {account} 上，而交易从账户 {payer} 付款。',
    ],
  ),
  journal_entry_unknown: entry(
    404,
    ['Journal entry not found', '记账分录不存在'],
    ['Journal entry {journalEntry} does not exist.', '记账分录 {journalEntry} 不存在。'],
  ),
} as const satisfies Record<string, Entry>
