import type { Shapes } from '@recoup/sdk'

export type Gateway = Shapes['Gateway']
