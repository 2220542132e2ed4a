import { defineConfig } from 'vite'

const server = process.env.RECOUP_URL ?? 'http://127.0.0.1:4870'

export default defineConfig({ root: import.meta.dirname, server: { proxy: { '/v1': server } } })
