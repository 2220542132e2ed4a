/** Tests the console in a real browser. Each file in scenarios/ is a part of it. */
import { play } from './play.ts'

await play('first')
