import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { OutputError, UsageError } from './exit-code.ts'
import { OutputFile, writeOutput } from './output-file.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'recoup-output-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => path.join(folder, name)
const mode = (name: string) => lstatSync(at(name)).mode & 0o777

test('writes a new file for its owner only, and keeps the mode of a file that it replaces', async () => {
  await writeOutput(at('new'), 'ledger')
  expect([readFileSync(at('new'), 'utf8'), mode('new')]).toEqual(['ledger', 0o600])
  chmodSync(at('new'), 0o640)
  await writeOutput(at('new'), 'again')
  expect([readFileSync(at('new'), 'utf8'), mode('new')]).toEqual(['again', 0o640])
  await expect(writeOutput(at('new'), 'third', { isNew: true })).rejects.toThrow('already exists')
})

test('keeps a link and replaces the file behind it', async () => {
  writeFileSync(at('target'), 'before')
  symlinkSync('target', at('link'))
  await writeOutput(at('link'), 'after')
  expect(lstatSync(at('link')).isSymbolicLink()).toBe(true)
  expect(readFileSync(at('target'), 'utf8')).toBe('after')
})

test('writes to pipes and devices and leaves them what they are', async () => {
  execFileSync('sh', ['-c', 'mkfifo "$0"', at('pipe')])
  const read = readFile(at('pipe'), 'utf8')
  await writeOutput(at('pipe'), 'through')
  expect(await read).toBe('through')
  expect(lstatSync(at('pipe')).isFIFO()).toBe(true)
  await writeOutput('/dev/null', 'nothing')
  expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true)
})

test('leaves the former file if the data end early or the disk is full', async () => {
  writeFileSync(at('kept'), 'whole')
  const file = await OutputFile.open(at('kept'))
  const broken = async function* () {
    yield 'half'
    throw new Error('connection lost')
  }
  await expect(file.write(broken())).rejects.toThrow('connection lost')
  expect(readFileSync(at('kept'), 'utf8')).toBe('whole')
  expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([])
  await expect(writeOutput('/dev/full', 'much')).rejects.toThrow(new OutputError('cannot write /dev/full: ENOSPC'))
})

test.each([
  ['', 'no name'],
  [at('folder'), 'is a folder'],
  [at('missing/file'), 'ENOENT'],
])('refuses %s before the work begins', async (name, reason) => {
  mkdirSync(at('folder'), { recursive: true })
  const refused = OutputFile.open(name)
  await expect(refused).rejects.toThrow(UsageError)
  await expect(refused).rejects.toThrow(reason)
})
