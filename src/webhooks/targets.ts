/** `public`: https on the public internet only; `any`: http and private networks as well. */
export const WEBHOOK_TARGETS = ['public', 'any'] as const
export type WebhookTargets = (typeof WEBHOOK_TARGETS)[number]
