/**
 * Fills a tenant with the demo world through the engine, like any caller: month by month, wallets and budgets are
 * funded, charges and refunds made, and payees paid out. Every step has a deterministic key, so an interrupted run
 * (Ctrl-C, a lost database) is resumed by filling again.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { ChargeRow } from '../charges/record.ts'
import type { TenantDatabase } from '../db/connect.ts'
import type { DemoDay } from '../engine/demo/calendar.ts'
import type { Engine, EngineSettings } from '../engine/engine.ts'
import { uuidToId } from '../ids.ts'
import { extendChain } from '../ledger/chain.ts'
import { putParty } from '../ledger/party.ts'
import { Outgoing } from '../outgoing/outgoing.ts'
import { Gateways } from '../processing/gateways.ts'
import { putActiveUsers } from '../reports/active-users.ts'
import { foldRollups } from '../rollups/fold.ts'
import type { Seal } from '../seal.ts'
import { finish } from './finish.ts'
import { fundMonth, fundWorld, payOut } from './money.ts'
import { setPrices } from './prices.ts'
import { begin, type Standing, writeStanding } from './progress.ts'
import { checkSize, type PlannedCharge, Schedule } from './schedule.ts'

export interface FillOptions {
  readonly seed: number
  readonly charges: number
  /** The installation's seal; encrypts the settings of the world's payment provider. */
  readonly seal: Seal
  /** The end of the world; default: now. A world already begun keeps its end. */
  readonly until?: Date
  readonly force?: boolean
  /** Charges in progress at once: enough for full batches on every lane. */
  readonly width?: number
  readonly signal?: AbortSignal
  readonly progress?: (progress: FillProgress) => void
}

export interface FillProgress {
  /** Charges made, including those of earlier runs. */
  readonly done: number
  readonly charges: number
  readonly refunds: number
  /** The day in progress: YYYY-MM-DD. */
  readonly day: string
}

export interface Filled {
  readonly seed: number
  /** Number of charges in the whole world. */
  readonly charges: number
  readonly until: Date
  /** Charges and refunds made by this run. */
  readonly made: { readonly charges: number; readonly refunds: number }
  /** The run was stopped early; filling again resumes it. */
  readonly interrupted: boolean
}

/** Large batches: no caller waits for one. */
const BATCH = 1_600
export const DEMO_ENGINE: EngineSettings = { maxBatch: BATCH }
/** Two batches in progress on their lanes, and the next two. */
const WIDTH = 4 * BATCH
/** Refunds in progress at once. */
const REFUNDS = 150
/** Latest refund in days after the charge. */
const LATEST_REFUND = 28

/**
 * Fills a tenant.
 * @throws Problem `demo_size_invalid`, `demo_tenant_used`, `demo_differs`; any problem of the engine.
 */
export async function fillDemo(
  engine: Engine,
  tenant: number,
  timeZone: string,
  options: FillOptions,
): Promise<Filled> {
  const { db } = engine.tenant(tenant)
  const { seed, charges } = options
  checkSize(charges) // before anything is written
  const standing = await begin(db, { seed, charges, until: options.until, force: options.force ?? false })
  const schedule = new Schedule({ seed, charges, until: standing.until, timeZone })
  const filling = new Filling(engine, tenant, { schedule, standing }, options)
  const upkeep = keepUp(db)
  try {
    const done = await filling.run()
    return { seed, charges, until: standing.until, made: filling.made, interrupted: !done }
  } finally {
    await upkeep.stop()
  }
}

interface Due {
  readonly charge: Promise<ChargeRow>
  readonly planned: PlannedCharge
}

class Filling {
  readonly #engine: Engine
  readonly #tenant: number
  readonly #schedule: Schedule
  readonly #options: FillOptions
  readonly made = { charges: 0, refunds: 0 }
  #standing: Standing
  #done: number
  #underWay = 0
  #failed: { error: unknown } | undefined
  #wake: (() => void)[] = []
  /** Charges to refund, by the day of the refund. */
  readonly #due = new Map<number, Due[]>()
  /** Charges to refund next. */
  #back: Due[] = []

  constructor(
    engine: Engine,
    tenant: number,
    { schedule, standing }: { readonly schedule: Schedule; readonly standing: Standing },
    options: FillOptions,
  ) {
    this.#engine = engine
    this.#tenant = tenant
    this.#schedule = schedule
    this.#standing = standing
    this.#options = options
    this.#done = schedule.before(standing.days)
  }

  /** Runs the filling. Returns whether it was completed. */
  async run(): Promise<boolean> {
    if (this.#standing.finished) return true
    if (this.#standing.days === 0) await this.#enter()
    else await this.#takeUp()
    const left = this.#schedule.days.slice(this.#standing.days)
    for (const month of Map.groupBy(left, ({ month }) => month).values()) {
      if (!(await this.#month(month))) return false
    }
    const { seal } = this.#options
    const outgoing = new Outgoing({ targets: 'loopback' })
    const gateways = new Gateways(seal, outgoing)
    await finish({ engine: this.#engine, gateways, tenant: this.#tenant, schedule: this.#schedule, seal })
    await outgoing.close()
    await this.#note({ finished: true })
    this.#tell(this.#schedule.days.at(-1)!)
    return true
  }

  /** Creates the participants, user figures, prices and privacy budgets. */
  async #enter(): Promise<void> {
    const { db } = this.#engine.tenant(this.#tenant)
    const { world } = this.#schedule
    for (const party of world.participants.parties) await putParty(db, party)
    await db.transaction(async (tx) => {
      for (const month of new Set(world.days.map((day) => day.month))) {
        await putActiveUsers(tx, `${month}-01`, BigInt(world.active(month)))
      }
    })
    await setPrices(db, this.#schedule)
    await fundWorld(this.#engine.tenant(this.#tenant), this.#schedule)
  }

  /** Loads charges of earlier runs that are refunded on days still to be filled. */
  async #takeUp(): Promise<void> {
    const { days } = this.#standing
    for (const day of this.#schedule.days.slice(Math.max(0, days - LATEST_REFUND), days)) {
      for (const planned of this.#schedule.traffic(day)) {
        if (planned.refund && planned.refund.day >= days) this.#expect(planned, this.#charge(planned))
      }
    }
    await this.#until(0)
  }

  async #month(days: readonly DemoDay[]): Promise<boolean> {
    const traffic = days.map((day) => this.#schedule.traffic(day))
    const ledger = this.#engine.tenant(this.#tenant)
    await fundMonth(ledger, days[0]!, traffic)
    for (const [i, day] of days.entries()) {
      for (const planned of traffic[i]!) {
        if (this.#options.signal?.aborted || this.#failed) break
        await this.#until(this.#width - 1)
        const charge = this.#count(this.#charge(planned))
        charge.catch(() => {}) // thrown by #until
        if (planned.refund) this.#expect(planned, charge)
      }
      if (this.#options.signal?.aborted) {
        await this.#until(0)
        return false
      }
      this.#giveBack(day, day === days.at(-1))
      this.#tell(day)
    }
    await this.#until(0)
    const last = days.at(-1)!
    // The earnings of the last month are not paid out.
    if (last !== this.#schedule.days.at(-1)) await payOut(ledger, this.#schedule, last)
    await this.#note({ days: last.index + 1 })
    return true
  }

  get #width(): number {
    return this.#options.width ?? WIDTH
  }

  async #charge({ key, of, at, reference }: PlannedCharge): Promise<ChargeRow> {
    return this.#under(async () => {
      const input = { of, effectiveAt: at, reference, idempotencyKey: `demo ${this.#options.seed} ${key}` }
      return (await this.#engine.charge(this.#tenant, input)).charge
    })
  }

  async #count(charge: Promise<ChargeRow>): Promise<ChargeRow> {
    const row = await charge
    this.made.charges += 1
    this.#done += 1
    return row
  }

  #expect(planned: PlannedCharge, charge: Promise<ChargeRow>): void {
    const { day } = planned.refund!
    const due = this.#due.get(day) ?? []
    this.#due.set(day, due)
    due.push({ charge, planned })
  }

  /** Starts the refunds of a day after its charges, together with those of other days for fuller batches. */
  #giveBack({ index }: DemoDay, isLast: boolean): void {
    this.#back.push(...(this.#due.get(index) ?? []))
    this.#due.delete(index)
    if (this.#back.length < REFUNDS && !isLast) return
    for (const { charge, planned } of this.#back.splice(0)) {
      const { at, reason, ask } = planned.refund!
      void this.#under(async () => {
        const { id, captured } = await charge
        await this.#engine.refund(this.#tenant, {
          charge: uuidToId('chg', id),
          ask: ask(captured),
          reason,
          reference: null,
          effectiveAt: at,
          previewHash: null,
          idempotencyKey: `demo ${this.#options.seed} ${planned.key}`,
        })
        this.made.refunds += 1
      })
    }
  }

  /** Runs work in the background. The next {@link #until} throws its error, because single promises are not awaited. */
  #under<T>(work: () => Promise<T>): Promise<T> {
    this.#underWay += 1
    const promise = work().finally(() => {
      this.#underWay -= 1
      for (const wake of this.#wake.splice(0)) wake()
    })
    promise.catch((error: unknown) => {
      this.#failed ??= { error }
    })
    return promise
  }

  /** Waits until at most `most` tasks are in progress. */
  async #until(most: number): Promise<void> {
    while (this.#underWay > most) await new Promise<void>((resolve) => this.#wake.push(resolve))
    if (this.#failed) throw this.#failed.error
  }

  async #note(change: Partial<Standing>): Promise<void> {
    this.#standing = { ...this.#standing, ...change }
    await writeStanding(this.#engine.tenant(this.#tenant).db, this.#standing)
  }

  #tell({ date }: DemoDay): void {
    const { charges } = this.#standing
    this.#options.progress?.({ done: this.#done, charges, refunds: this.made.refunds, day: date })
  }
}

/** Long, because every fold rewrites the sums of the month being filled. */
const PAUSE_MS = 3_000
const FOLDED = 10_000

/** Folds rollups and chains batches during the filling, as a server does. Completes both when stopped. */
function keepUp(db: TenantDatabase): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const jobs = [() => foldRollups(db, FOLDED), () => extendChain(db)].map(async (job) => {
    for (;;) {
      const ending = stopping.signal.aborted
      const did = await job()
      if (did === 0 && ending) return
      if (!ending) await sleep(PAUSE_MS, undefined, { signal: stopping.signal }).catch(() => {})
    }
  })
  const all = Promise.all(jobs)
  all.catch(() => {})
  return {
    async stop() {
      stopping.abort()
      await all
    },
  }
}
