/**
 * Turns a producer that must run inside a callback (a database transaction) into a generator that its reader pulls at
 * its own pace.
 */

/**
 * Runs `produce` when the first item is asked for. Each `emit` resolves when the reader has taken the item, so
 * the producer is never more than one ahead. When the reader leaves early, the pending or next `emit` throws, which
 * ends the producer; the generator returns after the producer has ended, and throws what it throws.
 */
export async function* pulled<Item>(
  produce: (emit: (item: Item) => Promise<void>) => Promise<void>,
): AsyncGenerator<Item> {
  const { readable, writable } = new TransformStream<Item, Item>(undefined, { highWaterMark: 1 }, { highWaterMark: 0 })
  const writer = writable.getWriter()
  const produced = produce((item) => writer.write(item)).then(
    () => writer.close(),
    (error) => writer.abort(error),
  )
  // Once the reader is gone, closing and aborting fail too, and those errors are of no use.
  const ended = produced.catch(() => {})
  try {
    for await (const item of readable) yield item
  } finally {
    await ended
  }
}
