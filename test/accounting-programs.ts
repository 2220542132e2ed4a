/** For tests: programs of accountants, which check exported books. Tests that need one are skipped where it is missing. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'vitest'

type AccountingProgram = 'hledger' | 'bean-check' | 'bean-query'

const missing = new Map<AccountingProgram, string>()
for (const program of ['hledger', 'bean-check', 'bean-query'] as const) {
  if (spawnSync(program, ['--version']).status === 0) continue
  missing.set(program, `${program} is not installed: its check of the exported books was NOT run`)
  console.warn(missing.get(program))
}

export function isMissing(program: AccountingProgram): boolean {
  return missing.has(program)
}

/** Skips a test, with the reason, if the program it needs is not installed. */
export function needs(context: TestContext, program: AccountingProgram): void {
  const why = missing.get(program)
  if (why) context.skip(why)
}

/** Runs a program on a file; returns its exit status and its output. */
export function ask(text: string, program: AccountingProgram, ...args: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'recoup-export-'))
  try {
    const file = join(folder, 'books')
    writeFileSync(file, text)
    const { status, stdout, stderr } = spawnSync(
      program,
      program === 'hledger' ? ['-f', file, ...args] : [file, ...args],
      {
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C.UTF-8' },
      },
    )
    return { status, said: stdout + stderr }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Arguments of hledger that check everything it can. */
export const CHECK = ['check', '--strict', 'ordereddates']
export const fine = { status: 0, said: '' }
