/** Everything that goes wrong, told to people in a line or two: what it is, and what to do about it. */
import { Problem, type ProblemCode } from '../problem.ts'
import { type ProblemDocument, Refused } from './client.ts'
import { Declined, ExitCode, UsageError } from './exit-code.ts'
import { bad } from './screen.ts'

export interface Failure {
  readonly exitCode: ExitCode
  readonly problem: ProblemDocument
  /** What to do about it. */
  readonly advice: string | undefined
}

const NO_SERVER: readonly ProblemCode[] = ['server_unreachable', 'server_strange', 'key_not_found']

const advice: Readonly<Partial<Record<string, string>>> = {
  setting_invalid: 'All settings: recoup settings',
  port_taken: 'Is it another Recoup? Use it, stop it, or take another port: PORT=4871 npm start',
  address_unusable: 'Set HOST to an address of this machine, 127.0.0.1 for one; ports below 1024 need root.',
  data_folder_not_writable: 'Name a folder that you may write to: RECOUP_DATA=~/recoup-data npm start',
  database_unreachable: 'Check that it runs and that DATABASE_URL is right.',
  database_start_failed: 'Its log is postgres.log in the data folder.',
  schema_changed: 'A folder that is only for trying things out? Remove it, or set RECOUP_DATA to another one.',
  server_unreachable: 'Start one with “npm start”, or say where it is: RECOUP_URL=http://…',
  key_not_found: 'Set RECOUP_KEY, or run it where RECOUP_DATA is the folder of the server.',
  key_unknown: 'Another server’s key? It comes from RECOUP_KEY, else from the data folder (RECOUP_DATA).',
}

export function understand(error: unknown): Failure {
  if (error instanceof Refused) return failure(ExitCode.refused, error.problem)
  if (error instanceof UsageError) return failure(ExitCode.usage, document('usage', error.message))
  if (error instanceof Declined) return failure(ExitCode.refused, document('declined', error.message))
  if (isInterrupted(error))
    return failure(ExitCode.interrupted, document('interrupted', 'interrupted; nothing was done'))
  if (error instanceof Problem) {
    const exitCode = exitCodeOf(error)
    const { code, status, params } = error
    return failure(exitCode, { ...document(code, error.detail('en')), title: error.title('en'), status, params })
  }
  const { message = String(error) } = error as Partial<Error>
  return failure(ExitCode.refused, document('unexpected', message))
}

function exitCodeOf(problem: Problem): ExitCode {
  if (problem.code === 'setting_invalid') return ExitCode.usage
  if (NO_SERVER.includes(problem.code)) return ExitCode.noServer
  return problem.status === 503 ? ExitCode.cannotRun : ExitCode.refused
}

/** For standard error; with `stack`, where it came from. */
export function describe(failure: Failure, error: unknown, stack: boolean): string {
  const { problem } = failure
  const lines = [`${bad('recoup:')} ${problem.detail}`]
  // The first fault of a request is usually its detail already.
  for (const { pointer, message } of problem.errors ?? []) {
    if (!problem.detail.includes(`${pointer} ${message}`)) lines.push(`  ${pointer} ${message}`)
  }
  if (failure.advice) lines.push(failure.advice)
  if (problem.code === 'unexpected' && !stack)
    lines.push('This is a fault of the program. LOG_LEVEL=debug shows where.')
  if (stack && error instanceof Error) lines.push(error.stack ?? '', ...(error.cause ? [String(error.cause)] : []))
  return `${lines.join('\n')}\n`
}

function failure(exitCode: ExitCode, problem: ProblemDocument): Failure {
  return { exitCode, problem, advice: advice[problem.code] }
}

function document(code: string, detail: string): ProblemDocument {
  return { code, status: 0, title: code, detail }
}

/** Ctrl-C, or the end of the input, at a question. */
function isInterrupted(error: unknown): boolean {
  return error instanceof Error && (error.name === 'ExitPromptError' || error.name === 'AbortPromptError')
}
