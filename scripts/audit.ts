/** What `npm audit` says about the shipped dependencies. */
import { spawnSync } from 'node:child_process'
import { ROOT } from './run.ts'

interface Report {
  readonly metadata?: { readonly vulnerabilities: Readonly<Record<string, number>> }
  readonly message?: string
}

/** Returns one line for the release. @throws Error on a known vulnerability rated high or critical. */
export function judgeAudit(json: string): string {
  const { metadata, message } = JSON.parse(json) as Report
  if (!metadata) {
    return `npm audit: NOT CHECKED, because the registry gives no answer (${message ?? 'unknown reason'}); ask another one`
  }
  const { high = 0, critical = 0, total = 0 } = metadata.vulnerabilities
  if (high + critical > 0) {
    throw new Error(`npm audit knows ${high} high and ${critical} critical vulnerabilities: run npm audit --omit=dev`)
  }
  return `npm audit: ${total} known vulnerabilities, none rated high or critical`
}

export function audit(): string {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { cwd: ROOT, encoding: 'utf8' })
  return judgeAudit(stdout)
}
