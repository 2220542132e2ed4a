/** Sanitizes text from callers for exported files, so that nothing in it acts as syntax. */
/** Control characters, line separators of every kind, and bidirectional formatting characters. */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu

/** Returns the text on one line, without unprintable characters. */
export function oneLine(text: string): string {
  return text.replace(UNPRINTABLE, ' ').trim()
}
