/**
 * For `node --import`: a development dependency, according to package-lock.json, can't be resolved, as after
 * `npm ci --omit=dev`. Plain JavaScript, because processes of the tested program load it too.
 */
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

const root = new URL('../../', import.meta.url)
const { packages } = JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8'))
const development = Object.keys(packages).filter((place) => packages[place].dev)
const modules = fileURLToPath(root)

registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context)
    if (!resolved.url.startsWith('file:')) return resolved
    const file = fileURLToPath(resolved.url)
    const found = development.find((place) => file.startsWith(`${modules}${place}/`))
    if (found === undefined) return resolved
    throw Object.assign(new Error(`Cannot find package '${specifier}': ${found} is a development dependency`), {
      code: 'ERR_MODULE_NOT_FOUND',
    })
  },
})
