/**
 * The services for lines (src/engine/services.ts): the engine, and features above the lines that they cannot import.
 */
import type { Engine } from '../engine/engine.ts'
import type { LineServices } from '../engine/services.ts'
import { openRequest } from './open.ts'
import { SYSTEM } from './record.ts'

export function lineServices(engine: Engine): LineServices {
  return {
    engine,
    refundRequests: {
      async openForSystem(tenant, { charge, reason, idempotencyKey, before }) {
        const request = { charge, reason, asker: 'system', ask: {}, by: SYSTEM, idempotencyKey } as const
        await openRequest({ engine }, tenant, before ? { ...request, first: before } : request)
      },
    },
  }
}
