/** Tests the console in a real browser. Each file in scenarios/ covers one part of it. */
import { play } from './play.ts'

await play('first')
