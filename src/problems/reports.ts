/** How Recoup says no about reports and the demo world. */
import { type Entry, entry } from './entry.ts'

export const reportsProblems = {
  report_period_invalid: entry(
    400,
    ['Not a period', '期间无效'],
    [
      '“{value}” is not a period that a report can be made of: from a day to a later one, YYYY-MM-DD, at most {days} days.',
      '“{value}”不是有效的报表期间：须为从某日到其后某日（YYYY-MM-DD），最长 {days} 天。',
    ],
  ),
} as const satisfies Record<string, Entry>
