import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const COMPRESSED = /\.(js|css|html|svg|md)$/

/** Compresses at build time: the server sends `x.gz` for `x` (src/server/console.ts). */
function compress(): Plugin {
  return {
    name: 'compress',
    apply: 'build',
    writeBundle({ dir }, bundle) {
      for (const name of [...Object.keys(bundle), 'favicon.svg']) {
        if (!COMPRESSED.test(name)) continue
        const file = path.join(dir!, name)
        writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: constants.Z_BEST_COMPRESSION }))
      }
    },
  }
}

export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  plugins: [react(), compress()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    // The licences of what the bundle contains, which most of them require to be passed on; served beside the page.
    license: { fileName: 'licenses.md' },
    // Inlines nothing, because the content security policy of the page forbids data: scripts and styles.
    assetsInlineLimit: 0,
    // Charts are about 500 kB before compression and load when a page draws one. A test enforces the actual limit.
    chunkSizeWarningLimit: 1_000,
  },
  server: {
    // For `npm run -w console dev` beside a running server.
    proxy: { '/v1': process.env.RECOUP_URL ?? 'http://127.0.0.1:4870' },
  },
})
