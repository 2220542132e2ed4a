import type { StepText } from '../../pricing/price.ts'

export const stepTexts = {
  privacy_spent: {
    en: 'Release {release} spends {spent} {unit} of the privacy budget of {population} ({members} people); it is not refundable.',
    zh: '发布 {release} 消耗 {population}（{members} 人）的隐私预算 {spent} {unit}，不可退回。',
  },
  privacy_risk: {
    en: 'Compliance risk of {product}: {risk, select, low {low} medium {medium} high {high} other {{risk}}}.',
    zh: '{product} 的合规风险为{risk, select, low {低} medium {中} high {高} other {{risk}}}。',
  },
  project_milestone: {
    en: 'Project {project}, milestone {milestone}.',
    zh: '项目 {project}，里程碑 {milestone}。',
  },
} as const satisfies Record<string, StepText>

export const kindTexts = { privacy: { en: 'privacy budget', zh: '隐私预算' } } as const satisfies Record<
  string,
  StepText
>
