/**
 * The targets that the operator allows. `public`: https on the public internet. `loopback`: also this machine, with http
 * as well, for a provider or a receiver that runs beside the server. `any`: http and every network.
 */
export const OUTGOING_TARGETS = ['public', 'loopback', 'any'] as const
export type OutgoingTargets = (typeof OUTGOING_TARGETS)[number]
