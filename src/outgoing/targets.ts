/** `public`: https on the public internet only; `any`: http and private networks as well. */
export const OUTGOING_TARGETS = ['public', 'any'] as const
export type OutgoingTargets = (typeof OUTGOING_TARGETS)[number]
