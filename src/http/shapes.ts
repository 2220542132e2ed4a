/**
 * Schemas shared by several resources. A schema made with `named` becomes a component of the OpenAPI document; the same
 * objects validate requests, serialize responses and provide the types.
 */
import Type, { type Static, type TSchema } from 'typebox'
import { type IdType, idPattern, PARTY_ID } from '../ids.ts'

const components = new Map<string, TSchema>()

/** Makes a schema a named component of the document. Names are unique. */
export function named<Schema extends TSchema>(name: string, schema: Schema): Schema {
  if (components.has(name)) throw new Error(`two shapes are named ${name}`)
  const titled = { ...schema, title: name }
  components.set(name, titled)
  return titled
}

export function namedShapes(): ReadonlyMap<string, TSchema> {
  return components
}

/** A text or null. A type with two members rather than a union, because the serializer then only checks the value. */
export function nullableText(options: Readonly<Record<string, unknown>> = {}) {
  return Type.Unsafe<string | null>({ ...options, type: ['string', 'null'] })
}

/** One of several texts: an enumeration rather than a union of constants, which the serializer would try one by one. */
export function oneOf<const Text extends string>(
  texts: readonly Text[],
  options: Readonly<Record<string, unknown>> = {},
) {
  return Type.Unsafe<Text>({ ...options, type: 'string', enum: texts })
}

export const Money = named(
  'Money',
  Type.Object(
    {
      amount: Type.String({
        pattern: '^-?\\d{1,13}(\\.\\d{1,6})?$',
        description: 'Decimal in major units',
        examples: ['100.00'],
      }),
      currency: Type.String({ minLength: 2, maxLength: 32, description: 'ISO 4217 code', examples: ['CNY'] }),
    },
    { additionalProperties: false, description: 'An amount in one currency' },
  ),
)
export type Money = Static<typeof Money>

export const Currency = Type.String({
  pattern: '^([A-Z]{3}|[a-z][a-z0-9-]{1,31})$',
  description: 'ISO 4217 code',
  examples: ['CNY'],
})

export const Decimal = Type.String({ description: 'Decimal in major units of the currency', examples: ['100.00'] })

export const PartyId = Type.String({
  pattern: PARTY_ID,
  description: 'Your id for the party',
  examples: ['mch_1'],
})

export const AccountPath = Type.String({
  maxLength: 100,
  description: 'Party and purpose of an account, separated by a slash',
  examples: ['mch_1/balance'],
})

export const Instant = Type.String({
  format: 'date-time',
  maxLength: 64,
  description: 'RFC 3339 timestamp with an offset',
  examples: ['2026-11-20T08:30:00Z'],
})

/** A pattern for the document alone: schemas that check requests do without it. */
export const documentedPattern = Symbol('pattern in the document')

/** A prefixed id. Its format is checked when it is parsed, so that it is refused as `id_invalid`. */
export function id(type: IdType, of: string, example: string) {
  const schema = Type.String({ maxLength: 60, description: `Id of ${of}`, examples: [`${type}_${example}`] })
  return { ...schema, [documentedPattern]: idPattern(type) }
}

const EXAMPLE = '01kafz6y4cfy7s3rj8v5m2n9qt'
export const ChargeId = id('chg', 'a charge', EXAMPLE)
export const RefundId = id('rfd', 'a refund', EXAMPLE)
/** Id of a line or product as a filter: an unknown one matches nothing. */
export const NameFilter = (example: string) => Type.String({ pattern: '^[a-z0-9-]{1,60}$', examples: [example] })
export const QuoteId = id('qte', 'a quote', EXAMPLE)
export const HoldId = id('hld', 'a hold', EXAMPLE)
export const JournalId = id('jrn', 'a journal entry', EXAMPLE)
export const ContractId = id('ctr', 'a contract', EXAMPLE)

/** A single line without control characters, such as a reference on a receipt that people search for. */
export const Reference = named(
  'Reference',
  Type.String({
    minLength: 1,
    maxLength: 200,
    pattern: '^[^\\u0000-\\u001f\\u007f]*$',
    description: 'Your own reference, such as an order number',
    examples: ['order-1001'],
  }),
)

/** Comma-separated, so that a client can ask for many documents at once. */
export const References = Type.String({
  minLength: 1,
  maxLength: 6_500,
  pattern: '^[^,\\u0000-\\u001f\\u007f]{1,200}(,[^,\\u0000-\\u001f\\u007f]{1,200}){0,199}$',
  description: 'Up to 200 references or order numbers at a payment provider, separated by commas',
})

export const Text = (maxLength: number, description: string) =>
  Type.String({ minLength: 1, maxLength, pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f]*$', description })

export const Attributes = (description: string) =>
  Type.Record(Type.String({ pattern: '^[A-Za-z][A-Za-z0-9_.-]{0,63}$' }), Type.String({ maxLength: 500 }), {
    additionalProperties: false,
    maxProperties: 50,
    description,
  })

export const IDEMPOTENCY_KEY = {
  pattern: '^[\\x21-\\x7e]{1,200}$',
  description: 'Repeating a request with the same key returns the original result instead of executing it again',
  examples: ['order-1001-charge'],
}
export const IdempotencyKey = Type.String(IDEMPOTENCY_KEY)

export const Language = oneOf(['en', 'zh'], { description: 'Language of the text; defaults to `Accept-Language`' })

export const PageQuery = {
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 200, default: 50, description: 'Maximum number of results' }),
  ),
  cursor: Type.Optional(
    Type.String({ maxLength: 300, description: 'The `nextCursor` of the previous page; omit for the first page' }),
  ),
}

export const NextCursor = nullableText({ description: 'Cursor of the next page; null on the last page' })

export function pageOf(name: string, item: TSchema) {
  return named(name, Type.Object({ data: Type.Array(item), nextCursor: NextCursor }))
}

export const Step = named(
  'Step',
  Type.Object(
    {
      code: Type.String({ examples: ['fee_percentage'] }),
      params: Type.Record(Type.String(), Type.String(), { description: 'Parameters of `text`' }),
      text: Type.String({ description: 'The step in words' }),
    },
    { description: 'A step of an explanation' },
  ),
)

export const Explanation = named(
  'Explanation',
  Type.Object(
    { steps: Type.Array(Step), text: Type.String({ description: 'All steps, one per line' }) },
    { description: 'Where every cent went, and why' },
  ),
)
export type Explanation = Static<typeof Explanation>

export const ProblemShape = named(
  'Problem',
  Type.Object(
    {
      type: Type.String({ examples: ['urn:recoup:problem:charge_unknown'] }),
      title: Type.String(),
      status: Type.Integer({ examples: [404] }),
      detail: Type.String(),
      code: Type.String({ description: 'Stable error code; never renamed', examples: ['charge_unknown'] }),
      params: Type.Optional(Type.Record(Type.String(), Type.Unknown(), { description: 'Parameters of `detail`' })),
      errors: Type.Optional(
        Type.Array(Type.Object({ pointer: Type.String(), message: Type.String() }), {
          description: 'Invalid fields, as JSON pointers',
        }),
      ),
      requestId: Type.String({ description: 'Same as the header `X-Request-Id`' }),
    },
    { additionalProperties: true, description: 'Problem details of a failed request (RFC 9457)' },
  ),
)
