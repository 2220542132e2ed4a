/**
 * The tenant that a sign-in is bound to. better-auth looks users up by email alone; within this scope its adapter finds
 * and creates only users of the tenant, and only their credentials (src/users/adapter.ts).
 */
import { AsyncLocalStorage } from 'node:async_hooks'

const scope = new AsyncLocalStorage<number>()

export function withinTenant<T>(tenant: number, work: () => Promise<T>): Promise<T> {
  return scope.run(tenant, work)
}

/** Undefined outside of a scope, where users are known by their id. */
export function scopedTenant(): number | undefined {
  return scope.getStore()
}
