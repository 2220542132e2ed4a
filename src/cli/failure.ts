/** Error messages for users: the fault and the remedy, in a line or two. */
import { Problem, type ProblemCode } from '../problem.ts'
import { type ProblemDocument, Refused } from './client.ts'
import { Declined, ExitCode, OutputError, UsageError } from './exit-code.ts'
import { START } from './own-command.ts'
import { bad } from './screen.ts'

export interface Failure {
  readonly exitCode: ExitCode
  readonly problem: ProblemDocument
  /** How to resolve it. */
  readonly advice: string | undefined
}

const NO_SERVER: readonly ProblemCode[] = ['server_unreachable', 'server_strange', 'key_not_found']

const advice: Readonly<Partial<Record<string, string>>> = {
  setting_invalid: 'All settings: recoup settings',
  port_taken: `If another Recoup is running, use it, stop it, or choose another port: PORT=4871 ${START}`,
  address_unusable: 'Set HOST to an address of this machine, such as 127.0.0.1. Ports below 1024 require root.',
  data_folder_not_writable: `Choose a writable folder: RECOUP_DATA=~/recoup-data ${START}`,
  database_unreachable: 'Check that the database is running and that DATABASE_URL is correct.',
  database_start_failed: 'See postgres.log in the data folder.',
  schema_changed: 'If you can discard its data, delete the folder, or set RECOUP_DATA to another one.',
  server_unreachable: `Start a server with “${START}”, or set its address: RECOUP_URL=http://…`,
  key_not_found: 'Set RECOUP_KEY, or set RECOUP_DATA to the data folder of the server.',
  key_expired: 'Create another key with recoup keys create, or extend it in the console.',
  key_unknown:
    'The key may belong to another server. It is read from RECOUP_KEY, or else from the data folder (RECOUP_DATA).',
}

export function understand(error: unknown): Failure {
  if (error instanceof Refused) return failure(ExitCode.refused, error.problem)
  if (error instanceof UsageError) return failure(ExitCode.usage, document('usage', error.message))
  if (error instanceof Declined) return failure(ExitCode.refused, document('declined', error.message))
  if (error instanceof OutputError) return failure(ExitCode.refused, document('output_failed', error.message))
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

/** Formats a failure for standard error; with `stack`, includes the stack trace. */
export function describe(failure: Failure, error: unknown, stack: boolean): string {
  const { problem } = failure
  const lines = [`${bad('recoup:')} ${problem.detail}`]
  // The first fault of a request is usually identical to its detail.
  for (const { pointer, message } of problem.errors ?? []) {
    if (!problem.detail.includes(`${pointer} ${message}`)) lines.push(`  ${pointer} ${message}`)
  }
  if (failure.advice) lines.push(failure.advice)
  if (problem.code === 'unexpected' && !stack) lines.push('This is a bug in Recoup. Set LOG_LEVEL=debug for details.')
  if (stack && error instanceof Error) lines.push(error.stack ?? '', ...(error.cause ? [String(error.cause)] : []))
  return `${lines.join('\n')}\n`
}

function failure(exitCode: ExitCode, problem: ProblemDocument): Failure {
  return { exitCode, problem, advice: advice[problem.code] }
}

function document(code: string, detail: string): ProblemDocument {
  return { code, status: 0, title: code, detail }
}

/** Returns whether a prompt was ended by Ctrl-C or the end of the input. */
function isInterrupted(error: unknown): boolean {
  return error instanceof Error && (error.name === 'ExitPromptError' || error.name === 'AbortPromptError')
}
