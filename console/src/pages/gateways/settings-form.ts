/** A form for the settings of a provider, from their JSON Schema. Settings without a form field are entered as JSON. */

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

/** The setting for the notification URL, which the console fills in. */
export const NOTIFY = 'notifyUrl'
const LONG = 4_096

/** The simple fields of a schema, required ones first, and whether it has others, which require JSON. */
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
  // PEM keys have several lines.
  if (type === 'string') return maxLength >= LONG ? 'long' : 'text'
  if (type === 'integer' || type === 'number') return 'number'
  return type === 'boolean' ? 'switch' : undefined
}

export const takesNotifyUrl = (schema: unknown): boolean => NOTIFY in ((schema as Schema).properties ?? {})

/** The settings that were entered, without empty fields; `more` is the JSON of the other settings. */
export function settingsOf(values: Readonly<Record<string, unknown>>, more: string): Record<string, unknown> {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== '' && value !== null)
  return { ...Object.fromEntries(given), ...(more.trim() ? (JSON.parse(more) as object) : {}) }
}

/** Whether the text is empty or the JSON of an object. */
export function isObjectText(text: string | undefined): boolean {
  if (!text?.trim()) return true
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
