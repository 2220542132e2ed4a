/**
 * `npm run pack`: the packages as they are published, in dist/. `recoup` has compiled JavaScript, the built console, sql
 * and examples, and a shrinkwrap, by which `npm ci` in the unpacked package installs exactly the locked versions.
 * `@recoup/sdk` is ESM with types. The Dockerfile, the release and the tests use this program.
 *
 *   node scripts/pack.ts [--out FOLDER]
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { freshConsole } from '../src/server/console-build.ts'
import { ROOT, run } from './run.ts'

const { values } = parseArgs({ options: { out: { type: 'string', default: path.join(ROOT, 'dist') } } })
const out = path.resolve(values.out)

type Manifest = Readonly<Record<string, unknown>> & { readonly name: string; readonly version: string }

const read = <T>(file: string): T => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')) as T
const write = (file: string, value: unknown) => writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`)

/** Compiles TypeScript by a configuration of this folder into `outDir`. */
function compile(configuration: string, outDir: string): void {
  const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc')
  run(process.execPath, [tsc, '-p', path.join(import.meta.dirname, configuration), '--outDir', outDir])
}

/** Copies files and folders of the project to the same place of the package. */
function copy(to: string, names: readonly string[], keep: (file: string) => boolean = () => true): void {
  for (const name of names) {
    const source = path.join(ROOT, name)
    cpSync(source, path.join(to, name), { recursive: true, filter: (file) => keep(path.relative(source, file)) })
  }
}

async function stageServer(folder: string): Promise<void> {
  compile('tsconfig.server.json', folder)
  copy(folder, ['README.md', 'CHANGELOG.md', 'LICENSE', 'openapi.json', 'src/cli/recoup.js', 'src/lines/goods/sql'])
  copy(folder, ['sql', 'examples'], (file) => !file.endsWith('.ts') && file !== 'schema.sql')
  cpSync(await freshConsole(console.error), path.join(folder, 'console/dist'), { recursive: true })
  const { devDependencies, scripts, workspaces, private: _, ...manifest } = read<Manifest>('package.json')
  write(path.join(folder, 'package.json'), manifest)
  // npm removes what only the clone needs. It needs no registry for that, since the lock file has everything else.
  cpSync(path.join(ROOT, 'package-lock.json'), path.join(folder, 'package-lock.json'))
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  run('npm', ['install', '--package-lock-only', '--offline', ...quiet], folder)
  renameSync(path.join(folder, 'package-lock.json'), path.join(folder, 'npm-shrinkwrap.json'))
}

function stageSdk(folder: string): void {
  compile('tsconfig.sdk.json', folder)
  cpSync(path.join(ROOT, 'sdk/README.md'), path.join(folder, 'README.md'))
  copy(folder, ['LICENSE'])
  const { devDependencies, scripts, private: _, ...manifest } = read<Manifest>('sdk/package.json')
  const entry = (name: string) => ({ types: `./${name}.d.ts`, default: `./${name}.js` })
  write(path.join(folder, 'package.json'), {
    ...manifest,
    engines: read<Manifest>('package.json').engines,
    exports: { '.': entry('index'), './webhooks': entry('webhooks') },
  })
}

/** Packs a folder. Returns the path of the tarball. */
function pack(folder: string): string {
  run('npm', ['pack', '--pack-destination', out, '--ignore-scripts', '--loglevel=error'], folder)
  const { name, version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest
  return path.join(out, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`)
}

mkdirSync(out, { recursive: true })
for (const old of readdirSync(out).filter((name) => name.endsWith('.tgz'))) rmSync(path.join(out, old))
// Inside the output folder, because compiled files resolve no imports here and the folder is on the same disk.
const stage = mkdtempSync(path.join(out, '.stage-'))
try {
  const [server, sdk] = [path.join(stage, 'recoup'), path.join(stage, 'sdk')]
  await stageServer(server)
  stageSdk(sdk)
  for (const folder of [server, sdk]) console.log(pack(folder))
} finally {
  rmSync(stage, { recursive: true, force: true })
}
