/**
 * Turns a producer that must run inside a callback (a database transaction) into a generator that is read at the
 * consumer's pace.
 */

/**
 * Runs `produce` when the first item is requested. Each `emit` resolves once the reader has taken the item, so the
 * producer is at most one item ahead. If the reader stops early, the pending or next `emit` throws, which ends the
 * producer. The generator returns after the producer has ended, and rethrows its error.
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
  // After the reader has stopped, close and abort reject as well; these errors are irrelevant.
  const ended = produced.catch(() => {})
  try {
    for await (const item of readable) yield item
  } finally {
    await ended
  }
}
