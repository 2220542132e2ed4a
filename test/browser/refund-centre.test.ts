/** Tests the refund center, settlement and sign-in in a real browser, beside console.test.ts. */
import { play } from './play.ts'

await play('second')
