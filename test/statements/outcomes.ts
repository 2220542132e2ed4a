/** Runs a computation once for every combination of its choices. */

export interface Choices {
  /**
   * Picks an option. The same key has the same answer throughout a run, so that one question is never answered in two
   * ways.
   */
  pick<T>(key: string, options: readonly T[]): T
}

const MAX_RUNS = 5000

/** Returns the result of each run, in order. A computation without choices runs once. */
export function everyOutcome<T>(run: (choices: Choices) => T): T[] {
  const trail: { picked: number; readonly count: number }[] = []
  const outcomes: T[] = []
  for (;;) {
    const answers = new Map<string, number>()
    outcomes.push(
      run({
        pick(key, options) {
          const place = answers.get(key) ?? answers.size
          if (!answers.has(key)) answers.set(key, place)
          if (place === trail.length) trail.push({ picked: 0, count: options.length })
          return options[trail[place]!.picked]!
        },
      }),
    )
    while (trail.length > 0 && trail.at(-1)!.picked + 1 === trail.at(-1)!.count) trail.pop()
    const last = trail.at(-1)
    if (!last) return outcomes
    last.picked += 1
    if (outcomes.length === MAX_RUNS) throw new Error(`a statement has more than ${MAX_RUNS} variants`)
  }
}
