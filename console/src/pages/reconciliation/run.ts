import type { Shapes } from '@recoup/sdk'

export type Run = Shapes['Reconciliation']
