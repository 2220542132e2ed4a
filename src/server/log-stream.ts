/** The output of log lines: JSON for programs, one readable line each on a terminal. */
import pretty from 'pino-pretty'

export function logStream(destination: NodeJS.WriteStream): { write(line: string): void } {
  if (!destination.isTTY) return destination
  return pretty({
    destination,
    sync: true,
    colorize: destination.hasColors(),
    translateTime: 'SYS:HH:MM:ss',
    ignore: 'pid,hostname',
  })
}
