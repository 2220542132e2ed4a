/**
 * `npm run release -- 0.2.0`: sets the version, dates the changelog, runs all checks, and writes the packages, the bill of
 * materials and their checksums to dist/; then commits and tags. It publishes and pushes nothing: it prints the commands.
 *
 *   --no-checks   for a second attempt, after the checks have passed on the same commit
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { audit } from './audit.ts'
import { dateSection } from './changelog.ts'
import { ROOT, run } from './run.ts'
import { billOfMaterials } from './sbom.ts'

const OUT = path.join(ROOT, 'dist')
const MANIFESTS = ['package.json', 'sdk/package.json', 'console/package.json']

/** Sets the version in a manifest, also where the console depends on the SDK. */
function setVersion(file: string, version: string): void {
  const manifest = JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'))
  manifest.version = version
  if (manifest.dependencies['@recoup/sdk']) manifest.dependencies['@recoup/sdk'] = version
  writeFileSync(path.join(ROOT, file), `${JSON.stringify(manifest, null, 2)}\n`)
}

function writeChecksums(): void {
  const names = readdirSync(OUT).filter((name) => /\.(tgz|json)$/.test(name))
  const sum = (name: string) =>
    createHash('sha256')
      .update(readFileSync(path.join(OUT, name)))
      .digest('hex')
  writeFileSync(path.join(OUT, 'SHA256SUMS'), names.map((name) => `${sum(name)}  ${name}\n`).join(''))
}

function release(version: string, checks: boolean): void {
  if (run('git', ['status', '--porcelain']).trim()) throw new Error('There are uncommitted changes.')
  if (run('git', ['tag', '--list', `v${version}`]).trim()) throw new Error(`The tag v${version} exists.`)
  const changelog = path.join(ROOT, 'CHANGELOG.md')
  const date = new Date().toISOString().slice(0, 10)
  const dated = dateSection(readFileSync(changelog, 'utf8'), version, date)
  const audited = audit()
  try {
    writeFileSync(changelog, dated)
    for (const file of MANIFESTS) setVersion(file, version)
    run('npm', ['install', '--package-lock-only', '--offline', '--ignore-scripts', '--no-audit', '--no-fund'])
    run('npm', ['run', '-s', 'openapi'])
    if (checks) run('npm', ['run', '-s', 'check'])
    rmSync(OUT, { recursive: true, force: true })
    run('npm', ['run', '-s', 'pack'])
    writeFileSync(path.join(OUT, `recoup-${version}.cdx.json`), `${JSON.stringify(billOfMaterials(), null, 2)}\n`)
    writeChecksums()
    run('git', ['commit', '-qam', `Release ${version}`])
    run('git', ['tag', '-a', `v${version}`, '-m', `Recoup ${version}`])
  } catch (error) {
    // Nothing was committed: the files are as they were, for another attempt.
    run('git', ['checkout', '-q', '--', '.'])
    throw error
  }
  console.log(`${audited}\nRecoup ${version} is committed and tagged. In dist/: ${readdirSync(OUT).join(', ')}`)
  console.log(`\nPublish it:\n  git push --follow-tags`)
  for (const name of readdirSync(OUT).filter((each) => each.endsWith('.tgz'))) {
    console.log(`  npm publish --provenance --access public dist/${name}`)
  }
}

const { values, positionals } = parseArgs({ options: { 'no-checks': { type: 'boolean' } }, allowPositionals: true })
try {
  release(positionals[0] ?? '', !values['no-checks'])
} catch (error) {
  console.error(`release: ${(error as Error).message}`)
  process.exitCode = 1
}
