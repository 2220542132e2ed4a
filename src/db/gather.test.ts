import { expect, it } from 'vitest'
import { Gatherer } from './gather.ts'

const settings = { lanes: 2, maxBatch: 100, mayRetry: () => true }
const tick = () => new Promise((resolve) => setTimeout(resolve, 5))

it('gathers items that arrive while batches are running', async () => {
  const sizes: number[] = []
  const gatherer = new Gatherer<number, number>(settings, async (items) => {
    sizes.push(items.length)
    await tick()
    return items.map((item) => item * 2)
  })
  const first = [gatherer.submit(1), gatherer.submit(2)]
  await tick()
  const rest = Array.from({ length: 250 }, (_, n) => gatherer.submit(n))
  expect(await Promise.all([...first, ...rest])).toEqual([2, 4, ...Array.from({ length: 250 }, (_, n) => n * 2)])
  expect(sizes[0]).toBe(2)
  expect(Math.max(...sizes)).toBe(100)
})

it('never runs more concurrent batches than it has lanes', async () => {
  let running = 0
  let most = 0
  const gatherer = new Gatherer<number, number>({ ...settings, maxBatch: 3 }, async (items) => {
    running += 1
    most = Math.max(most, running)
    await tick()
    running -= 1
    return items
  })
  await Promise.all(Array.from({ length: 40 }, (_, n) => gatherer.submit(n)))
  expect(most).toBe(2)
})

it('fails a single item that breaks a batch, not the others', async () => {
  const gatherer = new Gatherer<number, number>({ ...settings, lanes: 1 }, async (items) => {
    if (items.includes(13)) throw new Error('thirteen')
    return items
  })
  const results = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => gatherer.submit(n)))
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1)
  expect(results[13]).toMatchObject({ status: 'rejected', reason: { message: 'thirteen' } })
})

it('does not repeat a batch that may have been written', async () => {
  let runs = 0
  const gatherer = new Gatherer<number, number>({ ...settings, lanes: 1, mayRetry: () => false }, async () => {
    runs += 1
    throw new Error('unknown')
  })
  const results = await Promise.allSettled([1, 2, 3].map((n) => gatherer.submit(n)))
  expect(results.every(({ status }) => status === 'rejected')).toBe(true)
  expect(runs).toBe(1)
})

it('drains: resolves once every accepted item is answered', async () => {
  const answered: number[] = []
  const gatherer = new Gatherer<number, number>({ ...settings, maxBatch: 1 }, async (items) => {
    await tick()
    return items
  })
  const all = [1, 2, 3, 4, 5].map((n) => gatherer.submit(n).then((out) => answered.push(out)))
  await gatherer.drain()
  await Promise.all(all)
  expect(answered).toHaveLength(5)
  await gatherer.drain()
})
