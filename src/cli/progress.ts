/** Progress of long work: a bar on a terminal, occasional lines elsewhere. Written to standard error. */
import cliProgress from 'cli-progress'

export interface Progress {
  update(done: number, remark: string): void
  stop(remark: string): void
}

const LINE_EVERY_MS = 5_000

/** Starts a progress display. `total` in the units of {@link Progress.update}; 0 if unknown (a pipe). */
export function startProgress(title: string, total: number): Progress {
  return process.stderr.isTTY && total > 0 ? bar(title, total) : lines(title, total)
}

function bar(title: string, total: number): Progress {
  const drawn = new cliProgress.SingleBar(
    {
      format: `${title} [{bar}] {percentage}%  {remark}`,
      stream: process.stderr,
      barsize: 30,
      barCompleteChar: '█',
      barIncompleteChar: '░',
      hideCursor: true,
      gracefulExit: false,
    },
    cliProgress.Presets.legacy,
  )
  drawn.start(total, 0, { remark: '' })
  return {
    update: (done, remark) => drawn.update(Math.min(done, total), { remark }),
    stop(remark) {
      drawn.update(total, { remark })
      drawn.stop()
    },
  }
}

function lines(title: string, total: number): Progress {
  let told = Date.now()
  return {
    update(done, remark) {
      if (Date.now() - told < LINE_EVERY_MS) return
      told = Date.now()
      const share = total > 0 ? `${Math.floor((100 * Math.min(done, total)) / total)}%, ` : ''
      process.stderr.write(`${title}: ${share}${remark}\n`)
    },
    stop: (remark) => void process.stderr.write(`${title}: ${remark}\n`),
  }
}
