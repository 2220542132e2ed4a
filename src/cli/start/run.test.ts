import { expect, it } from 'vitest'
import { readSettings } from '../../server/settings.ts'
import { localDefaults } from './run.ts'

const targetsWith = (environment: NodeJS.ProcessEnv) =>
  localDefaults(readSettings(environment), environment).outgoingTargets

it('lets providers and receivers run beside a server that only this machine reaches', () => {
  expect(targetsWith({})).toBe('loopback')
  expect(targetsWith({ HOST: '::1', OUTGOING_TARGETS: '' })).toBe('loopback')
  expect(targetsWith({ RECOUP_PUBLIC_URL: 'http://localhost:4870' })).toBe('loopback')
  expect(targetsWith({ OUTGOING_TARGETS: 'public' })).toBe('public')
  expect(targetsWith({ OUTGOING_TARGETS: 'any' })).toBe('any')
})

it('allows the public internet only where others reach the server', () => {
  expect(targetsWith({ HOST: '0.0.0.0' })).toBe('public')
  expect(targetsWith({ HOST: '10.0.0.5' })).toBe('public')
  expect(targetsWith({ RECOUP_PUBLIC_URL: 'https://pay.example.com' })).toBe('public')
  expect(targetsWith({ RECOUP_PUBLIC_URL: 'https://127.0.0.1.example.com' })).toBe('public')
  expect(targetsWith({ TRUST_PROXY: 'loopback' })).toBe('public')
  expect(readSettings({}).outgoingTargets).toBe('public')
})
