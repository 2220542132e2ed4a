/** Words for states in problem details; `params` carry the codes. */
import type { Language } from '../language.ts'

const word = (en: string, zh: string) => ({ en, zh })

const STATES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  abnormal: word('abnormal', '异常'),
  approved: word('approved', '已批准'),
  authorized: word('authorized', '已授权'),
  canceled: word('canceled', '已取消'),
  cancelled: word('cancelled', '已取消'),
  captured: word('captured', '已入账'),
  charged: word('charged', '已收费'),
  closed: word('closed', '已关闭'),
  collecting: word('collecting rows', '正在收集各行'),
  completed: word('completed', '已完成'),
  created: word('created', '已创建'),
  declined: word('declined', '已拒绝'),
  done: word('done', '已完成'),
  executed: word('executed', '已执行'),
  executing: word('being executed', '执行中'),
  expired: word('expired', '已过期'),
  failed: word('failed', '失败'),
  lost: word('lost', '败诉'),
  'needs-evidence': word('waiting for evidence', '待补凭证'),
  new: word('new', '新建'),
  open: word('open', '进行中'),
  paid: word('paid', '已支付'),
  paused: word('paused', '已暂停'),
  pending: word('pending', '处理中'),
  posted: word('posted', '已记账'),
  previewing: word('being previewed', '预览中'),
  processing: word('being processed', '处理中'),
  proposed: word('proposed', '待处理'),
  queued: word('queued', '排队中'),
  ready: word('ready, waiting for approval', '待审批'),
  refunded: word('refunded', '已退款'),
  refused: word('refused', '被拒绝'),
  returned: word('returned by the bank', '已退回'),
  requested: word('waiting for approval', '待审批'),
  reversed: word('reversed', '已撤销'),
  running: word('running', '执行中'),
  sent: word('sent', '已送银行'),
  succeeded: word('succeeded', '成功'),
  superseded: word('superseded', '已被取代'),
  unknown: word('still unknown', '结果未知'),
  voided: word('voided', '已作废'),
  withdrawn: word('withdrawn', '已撤回'),
  won: word('won', '胜诉'),
}

/** A state in words; a code without words is returned as it is. */
export function stateText(code: string, language: Language): string {
  return Object.hasOwn(STATES, code) ? STATES[code]![language] : code
}

export const states: readonly string[] = Object.keys(STATES)
