/** Typed client of the Recoup API for Node and browsers. `@recoup/sdk/webhooks` verifies webhooks. */

export type { RecoupOptions } from './client.ts'
export {
  type Answer,
  type Credentials,
  type Init,
  type ItemOf,
  type PagedPath,
  type PathsOf,
  Recoup,
} from './client.ts'
export { type FieldError, isRecoupError, RecoupError } from './errors.ts'
export type { ProblemCode } from './operations.ts'
export type { RetryOptions } from './retry.ts'

import type { components } from './schema.ts'

export type { paths } from './schema.ts'
/** The schemas of the API by name, such as `Shapes['Charge']`. */
export type Shapes = components['schemas']
export type Charge = Shapes['Charge']
export type Refund = Shapes['Refund']
export type RefundPreview = Shapes['RefundPreview']
export type Party = Shapes['Party']
export type Money = Shapes['Money']
