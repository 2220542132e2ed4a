import type { Shapes } from '@recoup/sdk'

export type RequestInFull = Shapes['RefundRequestInFull']
