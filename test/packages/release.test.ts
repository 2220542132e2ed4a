/** What a release states about itself: changelog, bill of materials, and the files of deploy/. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { judgeAudit } from '../../scripts/audit.ts'
import { dateSection } from '../../scripts/changelog.ts'
import { billOfMaterials } from '../../scripts/sbom.ts'
import { describeSettings } from '../../src/server/settings.ts'
import { root } from '../program.ts'

const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

it('dates the section of the released version only', () => {
  const changelog = '# Changelog\n\n## 0.2.0 (unreleased)\n\n- Two.\n\n## 0.1.0 (2026-01-01)\n\n- One.\n'
  expect(dateSection(changelog, '0.2.0', '2026-12-01')).toBe(changelog.replace('unreleased', '2026-12-01'))
})

it.each([
  ['0.2', '## 0.2 (unreleased)\n\n- Two.\n', /not a version/],
  ['0.3.0', '## 0.2.0 (unreleased)\n\n- Two.\n', /has no section/],
  ['0.2.0', '## 0.2.0 (unreleased)\n\n## 0.1.0 (2026-01-01)\n\n- One.\n', /lists no change/],
])('refuses to release %s from %j', (version, changelog, message) => {
  expect(() => dateSection(changelog, version, '2026-12-01')).toThrow(message)
})

it('the changelog begins with the section of this version', () => {
  const { version } = JSON.parse(read('package.json'))
  const [, released] = /^# Changelog\n\n## (\S+) \((unreleased|\d{4}-\d\d-\d\d)\)\n/.exec(read('CHANGELOG.md')) ?? []
  expect(released).toBe(version)
})

it('stops at vulnerabilities rated high, and reports a registry that gives no answer', () => {
  const found = (counts: object) => JSON.stringify({ metadata: { vulnerabilities: counts } })
  expect(() => judgeAudit(found({ high: 1, critical: 0, total: 3 }))).toThrow(/1 high and 0 critical/)
  expect(judgeAudit(found({ low: 2, high: 0, critical: 0, total: 2 }))).toMatch(/2 known vulnerabilities/)
  expect(judgeAudit('{"message":"405 Method Not Allowed"}')).toMatch(/NOT CHECKED.*405/)
})

it('the bill of materials lists what is shipped and no development dependency', () => {
  const { bomFormat, metadata, components, dependencies } = billOfMaterials()
  expect([bomFormat, metadata.component.name]).toEqual(['CycloneDX', 'recoup'])
  const listed = components.map(({ purl }) => decodeURIComponent(/^pkg:npm\/(.+)@/.exec(purl)![1]!))
  const manifests = ['package.json', 'sdk/package.json', 'console/package.json'].map((file) => JSON.parse(read(file)))
  const shipped = manifests.flatMap((manifest) => Object.keys(manifest.dependencies))
  expect(shipped.filter((name) => !listed.includes(name))).toEqual([])
  const development = Object.keys(manifests[0].devDependencies).filter((name) => !shipped.includes(name))
  expect(development.filter((name) => listed.includes(name))).toEqual([])
  const references = new Set(components.map((component) => component['bom-ref']))
  const missing = dependencies.flatMap(({ dependsOn }) => dependsOn.filter((each) => !references.has(each)))
  expect(missing).toEqual([])
})

it('the files of deploy/ use settings that exist', () => {
  const known = describeSettings().map(({ name }) => name)
  const composed = Object.keys(parse(read('deploy/compose.yaml')).services.recoup.environment)
  const named = readdirSync(path.join(root, 'deploy')).flatMap((file) => [
    ...read(`deploy/${file}`).matchAll(/\b(RECOUP_[A-Z_]+|DATABASE_[A-Z_]*URL|TRUST_PROXY|HOST)\b/g),
  ])
  const names = [...new Set([...composed, ...named.map(([name]) => name)])]
  expect(names.length).toBeGreaterThan(5)
  expect(names.filter((name) => !known.includes(name))).toEqual([])
})
