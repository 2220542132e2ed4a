import type { TenantQueryable } from '../db/connect.ts'
import { type Uuid, uuidToId } from '../ids.ts'
import { ROLE_SCOPES, ROLES } from '../users/roles.ts'
import { type Act, APPROVER_SCOPE } from './policy.ts'

/** Whether a user other than this actor could approve such an act. */
export async function hasOtherApprover(db: TenantQueryable, act: Act, actor: string): Promise<boolean> {
  const roles = ROLES.filter((role) => ROLE_SCOPES[role].includes(APPROVER_SCOPE[act]))
  // Two are enough: at most one of them is the actor.
  const users = await db.query<{ id: Uuid }>(
    'SELECT id FROM app_user WHERE tenant = $1 AND disabled_at IS NULL AND role = ANY ($2::text[]) ORDER BY id LIMIT 2',
    [db.tenant, roles],
  )
  return users.some(({ id }) => `user ${uuidToId('usr', id)}` !== actor)
}
