/** How a command says in one number what became of it. Part of the interface: `recoup --help` lists them. */

export const ExitCode = {
  ok: 0,
  /** The server refused, the books have faults, or rows of an import were left out. */
  refused: 1,
  /** The command line makes no sense. */
  usage: 2,
  /** No server answers, or it broke off. */
  noServer: 3,
  /** A server could not start, or could not go on. */
  cannotRun: 4,
  /** Ctrl-C at a question. */
  interrupted: 130,
} as const

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode]

/** A command line that makes no sense, told by what it should be. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The user answered no, or left a question unanswered. */
export class Declined extends Error {
  override readonly name = 'Declined'
}
