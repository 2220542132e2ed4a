/** Problems of reports and demo data. */
import { type Entry, entry } from './entry.ts'

export const reportsProblems = {
  line_report_unknown: entry(
    404,
    ['Report not found', '报表不存在'],
    ['Line “{line}” does not exist. Use one of: {known}.', '业务线“{line}”不存在。可用：{known}。'],
  ),
  report_period_invalid: entry(
    400,
    ['Invalid report period', '报表期间无效'],
    [
      '“{value}” is not a valid report period. It runs from one day to a later one (YYYY-MM-DD) and has at most {days} days.',
      '“{value}”不是有效的报表期间。期间须为从某日到其后某日（YYYY-MM-DD），最长 {days} 天。',
    ],
  ),
  export_period_invalid: entry(
    400,
    ['Invalid export period', '导出期间无效'],
    [
      '“{value}” is not a valid period. It runs from one day or month to a later one (YYYY-MM-DD or YYYY-MM); the end is exclusive.',
      '“{value}”不是有效的期间。期间须为从某日或某月到其后的某日或某月（YYYY-MM-DD 或 YYYY-MM），不含结束日。',
    ],
  ),
  demo_size_invalid: entry(
    422,
    ['Invalid demo size', '演示数据规模无效'],
    [
      'The number of demo charges must be between {min} and {max}, not {value}.',
      '演示数据的交易笔数须在 {min} 至 {max} 之间，收到 {value}。',
    ],
  ),
  demo_tenant_used: entry(
    409,
    ['Tenant in use', '租户已在使用'],
    [
      'This tenant already has charges of its own. Demo data can only be loaded into an empty tenant.',
      '该租户已有自己的交易，演示数据只能写入空租户。',
    ],
  ),
  demo_differs: entry(
    409,
    ['Different demo data present', '已有其他演示数据'],
    [
      'This tenant already contains (or was being filled with) the demo data of seed {seed} with {charges} charges.',
      '该租户中已有（或正在写入）种子为 {seed}、共 {charges} 笔交易的演示数据。',
    ],
  ),
} as const satisfies Record<string, Entry>
