/** A form for the settings of a provider, from their JSON Schema: what a form has no field for is entered as JSON. */

export interface Field {
  readonly name: string
  readonly required: boolean
  readonly secret: boolean
  readonly kind: 'text' | 'long' | 'number' | 'switch'
  readonly maxLength?: number
}

interface Schema {
  readonly type?: string
  readonly writeOnly?: boolean
  readonly maxLength?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}

/** The server's own address in the settings is filled in by the console. */
export const NOTIFY = 'notifyUrl'
const LONG = 4_096

/** The simple fields of a schema, required ones first; and whether it has others, which only JSON can say. */
export function fieldsOf(schema: unknown): { fields: Field[]; others: boolean } {
  const { properties = {}, required = [] } = schema as Schema
  const entries = Object.entries(properties).filter(([name]) => name !== NOTIFY)
  const fields = entries.flatMap(([name, property]) => {
    const kind = kindOf(property)
    if (!kind) return []
    const { maxLength, writeOnly = false } = property
    return [
      {
        name,
        kind,
        required: required.includes(name),
        secret: writeOnly,
        ...(maxLength ? { maxLength } : {}),
      } as Field,
    ]
  })
  return {
    fields: fields.toSorted((a, b) => Number(b.required) - Number(a.required)),
    others: fields.length < entries.length,
  }
}

function kindOf({ type, maxLength = 0 }: Schema): Field['kind'] | undefined {
  // Keys in PEM have lines.
  if (type === 'string') return maxLength >= LONG ? 'long' : 'text'
  if (type === 'integer' || type === 'number') return 'number'
  return type === 'boolean' ? 'switch' : undefined
}

export const takesNotifyUrl = (schema: unknown): boolean => NOTIFY in ((schema as Schema).properties ?? {})

/** What was filled in, without what was left empty; `more`: the JSON of the others. */
export function settingsOf(values: Readonly<Record<string, unknown>>, more: string): Record<string, unknown> {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== '' && value !== null)
  return { ...Object.fromEntries(given), ...(more.trim() ? (JSON.parse(more) as object) : {}) }
}

/** Whether it is the JSON of an object, or nothing. */
export function isObjectText(text: string | undefined): boolean {
  if (!text?.trim()) return true
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
