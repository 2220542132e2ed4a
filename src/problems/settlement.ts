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
} as const satisfies Record<string, Entry>
