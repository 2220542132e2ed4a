import type { AddressInfo } from 'node:net'
import { createServer, type Socket, connect as tcp } from 'node:net'
import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { openDatabase, prepared, type Transaction } from './connect.ts'
import { brokenConstraint, isConnectionLost, isTransient, sqlState } from './errors.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase({ migrated: false, max: 4 })
  await database.system.execute(
    'create table item (id bigint primary key, tenant bigint not null default 0, note text)',
  )
})
afterAll(() => database.close())

const count = async () => {
  const [row] = await database.system.query<{ count: bigint }>('select count(*) as count from item')
  return row!.count
}

describe('values', () => {
  it('are read back without loss', async () => {
    const [row] =
      await database.system.query(`select 9223372036854775807::int8 as a, array[1, null, 9007199254740993]::int8[] as b,
      12.50::numeric as c, array[0.1, null]::numeric[] as d, date '2024-02-29' as e, timestamptz '2024-01-01T00:00:00Z' as f,
      array[array[1, 2], array[3, 4]]::int8[] as g, null::int8 as h`)
    expect(row).toEqual({
      a: 9223372036854775807n,
      b: [1n, null, 9007199254740993n],
      c: '12.50',
      d: ['0.1', null],
      e: '2024-02-29',
      f: new Date('2024-01-01T00:00:00Z'),
      g: [
        [1n, 2n],
        [3n, 4n],
      ],
      h: null,
    })
  })

  it('are passed as arrays of bigint and as dates', async () => {
    const at = new Date('2024-07-01T12:34:56.789Z')
    const [row] = await database.system.query('select $1::int8[] as a, $2::timestamptz as b', [[1n, -5n], at])
    expect(row).toEqual({ a: [1n, -5n], b: at })
  })

  it('a prepared statement is planned once per connection', async () => {
    await database.session(async (session) => {
      const statement = prepared('select $1::int8 + 1 as next')
      for (const n of [1n, 2n]) expect(await session.query(statement, [n])).toEqual([{ next: n + 1n }])
      const found = await session.query('select generic_plans from pg_prepared_statements where name = $1', [
        statement.name,
      ])
      expect(found).toEqual([{ generic_plans: 2n }])
    })
  })
})

describe('tenants', () => {
  const setting = `select current_setting('recoup.tenant') as tenant`

  it('each statement runs under its tenant on a shared connection', async () => {
    await using one = await testDatabase({ migrated: false, max: 1 })
    for (const id of [1, 1, 2, 1]) expect(await one.tenant(id).query(setting)).toEqual([{ tenant: String(id) }])
    expect(await one.system.query(setting)).toEqual([{ tenant: '' }])
    await one.session(async (session) => expect(await session.query(setting)).toEqual([{ tenant: '' }]))
  })

  it('a transaction that is rolled back does not affect the tenant of the next', async () => {
    await using one = await testDatabase({ migrated: false, max: 1 })
    await one.tenant(1).query('select 1')
    const undone = one.tenant(2).transaction(async (tx) => {
      expect(await tx.query(setting)).toEqual([{ tenant: '2' }])
      throw new Error('no')
    })
    await expect(undone).rejects.toThrow('no')
    expect(await one.tenant(2).query(setting)).toEqual([{ tenant: '2' }])
    expect(await one.tenant(1).query(setting)).toEqual([{ tenant: '1' }])
  })

  it('row-level security applies to the role that owns the tables', async () => {
    await using own = await testDatabase({ migrated: false, max: 2 })
    await own.system.execute(`create table secret (tenant bigint, note text);
      alter table secret enable row level security; alter table secret force row level security;
      create policy by_tenant on secret using (tenant = nullif(current_setting('recoup.tenant', true), '')::bigint)`)
    await own.tenant(1).execute(`insert into secret values (1, 'mine')`)
    await expect(own.tenant(2).execute(`insert into secret values (1, 'forged')`)).rejects.toThrow(/row-level security/)
    expect(await own.tenant(1).query('select note from secret')).toEqual([{ note: 'mine' }])
    expect(await own.tenant(2).query('select note from secret')).toEqual([])
    expect(await own.system.query('select note from secret')).toEqual([])
  })

  it.each([0, -1, 1.5, Number.NaN, 2 ** 60])('%s is not a valid tenant', (id) => {
    expect(() => database.tenant(id)).toThrow(RangeError)
  })
})

describe('transactions', () => {
  it('commit on return and roll back on an exception', async () => {
    const before = await count()
    const result = await database.system.transaction(async (tx) => {
      expect(await tx.execute('insert into item (id) values (1), (2)')).toBe(2)
      return 'done'
    })
    expect(result).toBe('done')
    const thrown = database.system.transaction(async (tx) => {
      await tx.execute('insert into item (id) values (3)')
      throw new Error('changed my mind')
    })
    await expect(thrown).rejects.toThrow('changed my mind')
    expect(await count()).toBe(before + 2n)
  })

  it('an error reports its state and constraint, and the connection remains usable', async () => {
    const twice = database.system.execute('insert into item (id) values (10), (10)')
    const error = await twice.catch((caught: unknown) => caught)
    expect([sqlState(error), brokenConstraint(error)]).toEqual(['23505', 'item_pkey'])
    expect(isTransient(error) || isConnectionLost(error)).toBe(false)
  })

  it('a commit that the server answers with a rollback is an error', async () => {
    const swallowed = database.system.transaction(async (tx) => {
      await tx.execute('insert into item (id) values (20)')
      await tx.query('select 1/0').catch(() => {})
    })
    await expect(swallowed).rejects.toThrow(/undone/)
    expect(await database.system.query('select id from item where id = 20')).toEqual([])
  })

  it('a failed savepoint does not affect the transaction', async () => {
    await database.system.transaction(async (tx) => {
      await tx.execute('insert into item (id) values (30)')
      await tx.savepoint((part) => part.execute('insert into item (id) values (30)')).catch(() => {})
      await tx.savepoint(async (part) => {
        await part.execute('insert into item (id) values (31)')
        await part.savepoint((inner) => inner.execute('insert into item (id) values (31)')).catch(() => {})
      })
    })
    expect(await database.system.query('select id from item where id between 30 and 39 order by id')).toEqual([
      { id: 30n },
      { id: 31n },
    ])
  })

  it('cannot be used after their end', async () => {
    let leaked!: Transaction
    await database.system.transaction(async (tx) => {
      leaked = tx
    })
    await expect(leaked.query('select 1')).rejects.toThrow(/over/)
  })

  it('serializable transactions in conflict are transient', async () => {
    const options = { isolation: 'serializable' } as const
    // Neither writes before both have read; otherwise one might end before the other begins.
    let readers = 0
    const bothHaveRead = Promise.withResolvers<void>()
    const add = (id: number) =>
      database.system.transaction(async (tx) => {
        const [row] = await tx.query<{ count: bigint }>('select count(*) as count from item where tenant = 77')
        readers += 1
        if (readers === 2) bothHaveRead.resolve()
        await bothHaveRead.promise
        await tx.execute('insert into item (id, tenant) values ($1, 77)', [BigInt(id) + row!.count])
      }, options)
    const results = await Promise.allSettled([add(700), add(701)])
    const failed = results.filter((result) => result.status === 'rejected')
    expect(failed).toHaveLength(1)
    expect(isTransient(failed[0]!.reason)).toBe(true)
  })
})

describe('a connection that breaks', () => {
  const terminate = 'select pg_terminate_backend(pg_backend_pid())'

  it('in a transaction: nothing was written, and the next use gets a new one', async () => {
    const broken = database.system.transaction(async (tx) => {
      await tx.execute('insert into item (id) values (40)')
      await tx.query(terminate)
    })
    await expect(broken).rejects.toMatchObject({ code: 'database_unreachable', status: 503 })
    expect(await database.system.query('select id from item where id = 40')).toEqual([])
  })

  it('in a transaction whose program ignores the error: still an error', async () => {
    const broken = database.system.transaction(async (tx) => {
      await tx.query(terminate).catch(() => {})
    })
    await expect(broken).rejects.toMatchObject({ code: 'database_unreachable' })
  })

  it('during a single statement has an unknown outcome', async () => {
    await expect(database.system.query(terminate)).rejects.toMatchObject({ code: 'outcome_unknown' })
  })

  it('while idle: does not affect the next use', async () => {
    await using own = await testDatabase({ migrated: false, max: 1 })
    const [row] = await own.system.query<{ pid: number }>('select pg_backend_pid() as pid')
    await database.system.query('select pg_terminate_backend($1)', [row!.pid])
    await expect.poll(() => own.load.total).toBe(0)
    expect(await own.system.query('select 1 as one')).toEqual([{ one: 1 }])
  })

  it('during the commit, by a deferred trigger: outcome unknown', async () => {
    await database.system.execute(`create table fragile (id int);
      create function die() returns trigger language plpgsql as 'begin perform pg_terminate_backend(pg_backend_pid()); return null; end';
      create constraint trigger die after insert on fragile deferrable initially deferred for each row execute function die()`)
    const broken = database.system.transaction((tx) => tx.execute('insert into fragile values (1)'))
    await expect(broken).rejects.toMatchObject({ code: 'outcome_unknown', status: 503 })
    expect(await database.system.query('select id from fragile')).toEqual([])
  })

  it.each([
    { cut: 'before the commit arrives', forward: false, id: 50n },
    { cut: 'after the commit, before its answer', forward: true, id: 51n },
  ])('$cut: outcome unknown either way', async ({ forward, id }) => {
    await using proxy = await cutAtCommit(database.url, forward)
    const through = openDatabase(proxy.url, { max: 1 })
    const broken = through.system.transaction((tx) => tx.execute('insert into item (id) values ($1)', [id]))
    await expect(broken).rejects.toMatchObject({ code: 'outcome_unknown' })
    await through.close()
    const read = () => database.system.query('select id from item where id = $1', [id])
    await expect.poll(read).toEqual(forward ? [{ id }] : [])
  })
})

describe('a database that cannot be used', () => {
  const failure = async (url: string, options = {}) => {
    try {
      await openDatabase(url, { timeoutMs: 2000, ...options }).system.query('select 1')
    } catch (error) {
      return error as Error & { code: string }
    }
    throw new Error('it worked')
  }
  const altered = (change: Partial<URL>) => Object.assign(new URL(database.url), { search: '' }, change).href

  it.each([
    ['wrong password', () => altered({ password: 'geheim123' }), /password authentication failed/],
    ['nobody listens', () => altered({ password: 'geheim123', port: '1' }), /ECONNREFUSED/],
    ['no such socket', () => altered({ password: 'geheim123', search: '?host=/nowhere' }), /ENOENT/],
    ['no such database', () => altered({ pathname: '/geheim' }), /does not exist/],
    ['an address that is none', () => 'postgres://u:geheim123@[/', /valid address/],
    ['another protocol', () => 'mysql://u:geheim123@host/db', /valid address/],
  ])('%s: reported without the password', async (_, url, reason) => {
    const error = await failure(url())
    expect(error.code).toBe('database_unreachable')
    expect(error.message).toMatch(reason)
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('geheim123')
    expect(isConnectionLost(error)).toBe(true)
  })

  it('one tenant cannot take all connections, and waits in a queue of its own', async () => {
    await using own = await testDatabase({ migrated: false, max: 6, timeoutMs: 2_000 })
    const slow = Array.from({ length: 12 }, () => own.tenant(1).query('select pg_sleep(0.4)'))
    const began = performance.now()
    await Promise.all([own.tenant(2).query('select 1'), own.system.query('select 1')])
    expect(performance.now() - began).toBeLessThan(350)
    expect(own.load).toMatchObject({ waiting: 8 })
    await Promise.all(slow)
    expect(own.load).toMatchObject({ waiting: 0 })
    const more = Array.from({ length: 5 }, () => own.tenant(1).query('select pg_sleep(2.5)'))
    const late = await Promise.allSettled(more)
    expect(late.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: { code: 'database_busy' } }])
    expect(await own.tenant(1).query('select 1 as one')).toEqual([{ one: 1 }])
  })

  it('all connections taken: busy, not unreachable', async () => {
    const full = openDatabase(database.url, { max: 1, timeoutMs: 1_000 })
    await full.session(async () => {
      await expect(full.system.query('select 1')).rejects.toMatchObject({ code: 'database_busy', status: 503 })
    })
    await full.close()
  })

  it('a version before 15: too old', async () => {
    await using old = await listen(answerAsPostgres14)
    const error = await failure(`postgres://u:p@127.0.0.1:${old.port}/db`)
    expect(error).toMatchObject({ code: 'database_too_old', message: expect.stringContaining('14') })
  })
})

async function listen(serve: (socket: Socket) => void) {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => {}))
    serve(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Forwards everything until the client sends COMMIT, then cuts the connection, with or without delivering it. */
async function cutAtCommit(url: string, forward: boolean) {
  const { port, hostname } = new URL(url)
  const proxy = await listen((client) => {
    const server = tcp(Number(port), hostname).on('error', () => {})
    server.on('data', (data) => client.write(data))
    client.on('data', (data) => {
      if (!data.includes('commit')) return server.write(data)
      client.destroy()
      return forward ? server.end(data) : server.destroy()
    })
    client.on('close', () => forward || server.destroy())
  })
  const through = Object.assign(new URL(url), { hostname: '127.0.0.1', port: String(proxy.port), search: '' })
  return { url: through.href, [Symbol.asyncDispose]: () => proxy[Symbol.asyncDispose]() }
}

/** Implements just enough of the protocol to report a version. */
function answerAsPostgres14(socket: Socket): void {
  const message = (type: string, body: Buffer) => {
    const head = Buffer.alloc(5)
    head.write(type)
    head.writeInt32BE(body.length + 4, 1)
    return Buffer.concat([head, body])
  }
  const ready = message('Z', Buffer.from('I'))
  const column = Buffer.from('\0\x01version\0\0\0\0\0\0\0\0\0\0\x17\0\x04\xff\xff\xff\xff\0\0', 'latin1')
  const row = Buffer.from('\0\x01\0\0\0\x06140005')
  socket.once('data', () => {
    socket.write(Buffer.concat([message('R', Buffer.alloc(4)), ready]))
    socket.once('data', () => {
      const answer = [message('T', column), message('D', row), message('C', Buffer.from('SELECT 1\0')), ready]
      socket.write(Buffer.concat(answer))
    })
  })
}

describe('a server without resources', () => {
  const failing = (state: string) => `do $$ begin raise exception 'no space' using errcode = '${state}'; end $$`

  it.each([
    ['53100', 'disk_full'],
    ['53200', 'database_exhausted'],
    ['53400', 'database_exhausted'],
  ])('is a problem with status 503: %s', async (state, code) => {
    await expect(database.system.execute(failing(state))).rejects.toMatchObject({ code, status: 503 })
    const inside = database.system.transaction((tx) => tx.execute(failing(state)))
    await expect(inside).rejects.toMatchObject({ code, status: 503 })
  })
})
