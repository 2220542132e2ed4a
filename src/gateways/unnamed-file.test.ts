import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openUnnamedFile } from './unnamed-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'recoup-unnamed-'))
  vi.stubEnv('TMPDIR', folder)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

it('reads back what was written and leaves nothing in the temporary folder', async () => {
  const file = await openUnnamedFile()
  await file.writeFile('one,')
  await file.writeFile('two')
  expect(readdirSync(folder)).toEqual([])
  for (const _ of [1, 2]) expect(await text(file.createReadStream({ start: 0, autoClose: false }))).toBe('one,two')
  await file.close()
})

it('opens a separate file each time', async () => {
  const [one, two] = [await openUnnamedFile(), await openUnnamedFile()]
  await one.writeFile('one')
  expect(await text(two.createReadStream({ start: 0, autoClose: false }))).toBe('')
  await Promise.all([one.close(), two.close()])
})
