/** The lines of Recoup. This is the only list of them: everything else reads the registry. */
import { registerLines } from '../engine/registry.ts'
import { ads } from './ads/index.ts'
import { apis } from './apis/index.ts'
import { commerce } from './commerce/index.ts'
import { crossborder } from './crossborder/index.ts'
import { data } from './data/index.ts'
import { enterprise } from './enterprise/index.ts'
import { goods } from './goods/index.ts'
import { payments } from './payments/index.ts'

export const lines = registerLines([ads, goods, payments, enterprise, commerce, data, crossborder, apis])
