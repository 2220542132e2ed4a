/** Loads a resource that the caller may see. Another party's resource is reported as not found. */
import { type ChargeRow, readCharges } from '../../charges/record.ts'
import type { Engine } from '../../engine/engine.ts'
import { idToUuid } from '../../ids.ts'
import { Problem } from '../../problem.ts'
import { type RefundRow, readRefunds } from '../../refunds/record.ts'
import { maySee } from './schema.ts'

/** @throws Problem `charge_unknown`, `id_invalid`. */
export async function readAccessibleCharge(
  engine: Engine,
  tenant: number,
  party: string | null,
  id: string,
): Promise<ChargeRow> {
  const uuid = idToUuid('chg', id)
  const row = (await readCharges(engine.tenant(tenant).db, [uuid])).get(uuid)
  if (!row || !maySee(party, row)) throw new Problem('charge_unknown', { charge: id })
  return row
}

/** A refund with its charge. @throws Problem `refund_unknown`, `id_invalid`. */
export async function readAccessibleRefund(
  engine: Engine,
  tenant: number,
  party: string | null,
  id: string,
): Promise<{ refund: RefundRow; charge: ChargeRow }> {
  const { db } = engine.tenant(tenant)
  const uuid = idToUuid('rfd', id)
  const refund = (await readRefunds(db, [uuid])).get(uuid)
  const charge = refund && (await readCharges(db, [refund.charge])).get(refund.charge)
  if (!refund || !charge || !maySee(party, charge)) throw new Problem('refund_unknown', { refund: id })
  return { refund, charge }
}
