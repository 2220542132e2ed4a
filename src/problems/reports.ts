/** How Recoup says no about reports and the demo world. */
import { type Entry, entry } from './entry.ts'

export const reportsProblems = {
  line_report_unknown: entry(
    404,
    ['No such report', '报表不存在'],
    ['there is no report of a line “{line}”', '不存在业务线“{line}”的报表'],
  ),
  report_period_invalid: entry(
    400,
    ['Not a period', '期间无效'],
    [
      '“{value}” is not a period that a report can be made of: from a day to a later one, YYYY-MM-DD, at most {days} days.',
      '“{value}”不是有效的报表期间：须为从某日到其后某日（YYYY-MM-DD），最长 {days} 天。',
    ],
  ),
  demo_size_invalid: entry(
    422,
    ['Not a size of a demo world', '演示世界规模无效'],
    ['a demo world has {min} to {max} charges, not {value}', '演示世界的扣款笔数须为 {min} 至 {max}，收到 {value}'],
  ),
  demo_tenant_used: entry(
    409,
    ['The tenant is in use', '租户已在使用'],
    [
      'this tenant has charges of its own; the demo world goes into an empty one',
      '该租户已有自己的扣款记录；演示世界只写入空租户',
    ],
  ),
  demo_differs: entry(
    409,
    ['Another demo world is here', '已有另一个演示世界'],
    [
      'this tenant holds, or was being filled with, the demo world of seed {seed} with {charges} charges',
      '该租户中已有（或正在写入）种子为 {seed}、共 {charges} 笔扣款的演示世界',
    ],
  ),
} as const satisfies Record<string, Entry>
