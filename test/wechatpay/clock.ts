/** The fake's own time, which can be moved, and its scheduled actions. Signatures use real time. */
export class Clock {
  /** A stopped clock: its time. */
  private fixed: number | null
  /** A running clock: how far it is ahead of real time. */
  private offset = 0
  /** During a scheduled action: when it was due. */
  private standing: number | null = null
  private readonly due: { at: number; run: () => void | Promise<void> }[] = []
  private running: Promise<void> = Promise.resolve()

  /** @param start The clock's time until it is moved; null: it runs, from now. */
  constructor(start: Date | null) {
    this.fixed = start?.getTime() ?? null
  }

  now(): Date {
    return new Date(this.standing ?? this.fixed ?? Date.now() + this.offset)
  }

  after(seconds: number, run: () => void | Promise<void>): void {
    this.due.push({ at: this.now().getTime() + seconds * 1000, run })
  }

  /** Moves time forward and runs the actions that become due in order, each at its own time. */
  advance(seconds: number): Promise<void> {
    return this.runUntil(() => this.now().getTime() + seconds * 1000)
  }

  /** Runs the actions that are due by now. */
  tick(): Promise<void> {
    return this.runUntil(() => this.now().getTime())
  }

  private runUntil(target: () => number): Promise<void> {
    this.running = this.running.then(async () => {
      const end = target()
      for (let next = this.take(end); next; next = this.take(end)) {
        this.standing = Math.max(next.at, this.standing ?? next.at)
        await next.run()
      }
      this.standing = null
      if (this.fixed !== null) this.fixed = Math.max(this.fixed, end)
      else this.offset = Math.max(this.offset, end - Date.now())
    })
    return this.running
  }

  private take(end: number) {
    this.due.sort((one, other) => one.at - other.at)
    return this.due[0] && this.due[0].at <= end ? this.due.shift() : undefined
  }
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** RFC 3339 in Beijing time: "2026-11-20T15:05:09+08:00". */
export function beijing(at: Date): string {
  return `${new Date(at.getTime() + 8 * HOUR).toISOString().slice(0, 19)}+08:00`
}

/** Day of a time in Beijing: "2026-11-20". */
export function beijingDay(at: Date): string {
  return beijing(at).slice(0, 10)
}

export function daysBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / DAY
}
