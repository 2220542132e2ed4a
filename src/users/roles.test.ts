import { describe, expect, it } from 'vitest'
import { covers, ROLE_SCOPES, ROLES, type Role } from './roles.ts'
import { PARTY_SCOPES, SCOPES } from './scopes.ts'

const scopesOf = (role: Role) => new Set<string>(ROLE_SCOPES[role])

describe('roles', () => {
  it('grant existing scopes, each once', () => {
    for (const role of ROLES) {
      expect(SCOPES).toEqual(expect.arrayContaining([...ROLE_SCOPES[role]]))
      expect(scopesOf(role).size, role).toBe(ROLE_SCOPES[role].length)
    }
  })

  it('can write only what they are for', () => {
    const changes = (role: Role) => ROLE_SCOPES[role].filter((scope) => !scope.endsWith(':read')).toSorted()
    const all = SCOPES.filter((scope) => !scope.endsWith(':read') && scope !== 'refunds:override')
    expect(changes('admin')).toEqual(all.toSorted())
    expect(changes('finance')).toEqual([
      'ledger:write',
      'refunds:write',
      'requests:approve',
      'requests:write',
      'settlement:approve',
      'settlement:write',
    ])
    expect(changes('agent')).toEqual(['requests:write'])
    expect(changes('product')).toEqual(['catalog:write', 'reports:write'])
    expect(changes('viewer')).toEqual([])
    expect(changes('party')).toEqual(['refunds:write', 'requests:write'])
  })

  it('show users and keys only to administrators', () => {
    for (const scope of ['users:read', 'users:write', 'keys:read', 'keys:write']) {
      expect(ROLES.filter((role) => scopesOf(role).has(scope))).toEqual(['admin'])
    }
  })

  it('cannot be granted by users without their scopes', () => {
    const may = (giver: Role) => ROLES.filter((role) => covers(scopesOf(giver), role))
    expect(may('admin')).toEqual(ROLES)
    expect(may('finance')).toEqual(['finance', 'agent', 'viewer', 'party'])
    expect(may('party')).toEqual(['party'])
    expect(PARTY_SCOPES).not.toContain('charges:write')
  })
})
