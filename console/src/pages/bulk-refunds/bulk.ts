import type { Shapes } from '@recoup/sdk'

export type Bulk = Shapes['BulkRefund']
