/** How Recoup says no about tenants, parties and accounts. */
import { type Entry, entry } from './entry.ts'

export const partiesProblems = {
  tenant_exists: entry(
    409,
    ['Tenant exists', '租户已存在'],
    ['there is a tenant “{name}” already', '租户“{name}”已存在'],
  ),

  party_unknown: entry(404, ['No such party', '主体不存在'], ['there is no party “{party}”', '不存在主体“{party}”']),
  party_id_invalid: entry(
    422,
    ['Invalid party id', '主体 ID 无效'],
    [
      '“{party}” must be 1–64 letters, digits or _ . : -, starting with a letter or digit',
      '“{party}”须为 1–64 位字母、数字或 _ . : -，且以字母或数字开头',
    ],
  ),
  account_path_invalid: entry(
    422,
    ['Invalid account', '账户无效'],
    [
      '“{path}” is not party/purpose with a purpose of: {purposes}',
      '“{path}”不是 主体/用途 的形式，用途可为：{purposes}',
    ],
  ),
  account_unknown: entry(
    404,
    ['No such account', '账户不存在'],
    ['there is no account {path} in {unit}', '不存在 {unit} 账户 {path}'],
  ),
  insufficient_funds: entry(
    409,
    ['Insufficient funds', '余额不足'],
    ['{account} has {available} {unit} available', '{account} 可用余额为 {available} {unit}'],
  ),
  hold_unknown: entry(404, ['No such hold', '冻结不存在'], ['there is no hold {hold}', '不存在冻结 {hold}']),
  hold_closed: entry(409, ['Hold is closed', '冻结已结束'], ['the hold is {status}', '该冻结的状态为 {status}']),
  hold_expired: entry(
    410,
    ['Hold expired', '冻结已过期'],
    ['the hold expired at {expiresAt}', '该冻结已于 {expiresAt} 过期'],
  ),
  hold_exceeded: entry(
    422,
    ['More than was held', '超过冻结金额'],
    ['the hold has {held} {unit}', '冻结金额为 {held} {unit}'],
  ),
  hold_other_account: entry(
    422,
    ['Hold is on another account', '冻结属于其他账户'],
    ['the hold is on {account}, the charge pays from {payer}', '冻结在 {account} 上，扣款账户为 {payer}'],
  ),
  journal_entry_unknown: entry(
    404,
    ['No such journal entry', '记账分录不存在'],
    ['there is no journal entry {journalEntry}', '不存在记账分录 {journalEntry}'],
  ),
} as const satisfies Record<string, Entry>
