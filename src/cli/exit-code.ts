/** Exit codes. Part of the public interface: `recoup --help` lists them. */

export const ExitCode = {
  ok: 0,
  /** The server refused, the books have faults, or rows of an import were skipped. */
  refused: 1,
  /** The command line is invalid. */
  usage: 2,
  /** No server answers, or the connection was lost. */
  noServer: 3,
  /** The server could not start or continue. */
  cannotRun: 4,
  /** Ctrl-C at a prompt. */
  interrupted: 130,
} as const

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode]

/** An invalid command line; the message states what is expected. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The user answered no or didn't answer a prompt. */
export class Declined extends Error {
  override readonly name = 'Declined'
}

/** The output cannot be written, for example because the disk is full. */
export class OutputError extends Error {
  override readonly name = 'OutputError'
}
