/**
 * `npm run -s sbom`: the bill of materials as CycloneDX, of everything that the packages contain or install: the server,
 * the SDK and the libraries in the console's bundle, with the versions of package-lock.json.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROOT, run } from './run.ts'

export interface Bill {
  readonly bomFormat: string
  readonly metadata: { readonly component: { name: string } }
  components: readonly Component[]
  dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
}

interface Component {
  readonly 'bom-ref': string
  readonly name: string
  readonly version: string
  readonly purl: string
}

/**
 * References, `name@version`, of packages that only development needs, by the flags of the lock file. `devOptional` marks
 * those that a shipped package accepts beside itself, such as test runners, and that only development installs.
 */
function developmentOnly(): Set<string> {
  const { packages } = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { name?: string; version?: string; dev?: boolean; devOptional?: boolean }>
  }
  const entries = Object.entries(packages).map(([place, { name, version, dev, devOptional }]) => {
    const installed = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
    return { ref: `${name ?? installed}@${version}`, dev: Boolean(dev || devOptional) }
  })
  const shipped = new Set(entries.filter(({ dev }) => !dev).map(({ ref }) => ref))
  return new Set(entries.filter(({ ref, dev }) => dev && !shipped.has(ref)).map(({ ref }) => ref))
}

/**
 * `npm sbom --omit=dev` (npm 11) leaves out each package that some development dependency needs too, so everything is
 * listed and development filtered here. npm names the project after its folder.
 */
export function billOfMaterials(): Bill {
  const bill = JSON.parse(
    run('npm', ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only']),
  ) as Bill
  const left = developmentOnly()
  bill.metadata.component.name = 'recoup'
  bill.components = bill.components.filter((component) => !left.has(component['bom-ref']))
  bill.dependencies = bill.dependencies
    .filter(({ ref }) => !left.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => !left.has(each)) }))
  return bill
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(billOfMaterials(), null, 2))
