import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { readBill } from './sandbox/bill-download.ts'
import { type ScratchLimits, ScratchSpace } from './scratch.ts'
import { unpacked } from './wechatpay/bill-lines.ts'

const LIMITS: ScratchLimits = { tenantBytes: 1_000, totalBytes: 2_500, freeBytes: 0 }
const bytes = (length: number) => Buffer.alloc(length)
const tooLarge = { kind: 'refused', code: 'bill_too_large' }
const full = { kind: 'busy', code: 'disk_full' }

it('limits one bill, the bills of a tenant at the same time, and those of all tenants', async () => {
  const space = new ScratchSpace(LIMITS)
  const [one, two] = [await space.open(1), await space.open(1)]
  await one.write(bytes(600))
  await expect(one.write(bytes(401))).rejects.toMatchObject(tooLarge)
  await expect(two.write(bytes(401))).rejects.toMatchObject(full)
  await two.write(bytes(400))
  const other = await space.open(2)
  await other.write(bytes(1_000))
  const third = await space.open(3)
  await expect(third.write(bytes(501))).rejects.toMatchObject(full)
  await one.close()
  await third.write(bytes(501))
  await two.write(bytes(599))
  for (const file of [two, other, third]) await file.close()
  const again = await space.open(1)
  await again.write(bytes(1_000))
  await again.close()
})

it('leaves space on the disk', async () => {
  const file = await new ScratchSpace({ ...LIMITS, freeBytes: Number.MAX_SAFE_INTEGER }).open(1)
  await expect(file.write(bytes(1))).rejects.toMatchObject(full)
  await file.close()
})

it('a small file that expands to a gigabyte is refused after a few megabytes', async () => {
  const packed = gzipSync(Buffer.alloc(200 * 1024 ** 2))
  let length = 0
  const read = async () => {
    for await (const piece of unpacked([packed] as unknown as AsyncIterable<Uint8Array>)) length += piece.length
  }
  await expect(read()).rejects.toMatchObject({ code: 'bill_expands_too_far' })
  expect(length).toBeLessThan(80 * 1024 ** 2)
})

it('releases the space of a bill that is refused or not read to its end', async () => {
  async function* source() {
    yield Buffer.from('kind,number\n')
  }
  const note = { date: '2026-11-20', bytes: 12, sha256: createHash('sha256').update('other').digest('hex') }
  for (let round = 0; round < 3; round += 1) {
    const lines = readBill(source(), note, 1)[Symbol.asyncIterator]()
    await expect(lines.next()).rejects.toMatchObject({ code: 'digest_mismatch' })
  }
})
