/** Settings that a merchant needs to use a sandbox. */
import Type, { type Static } from 'typebox'
import { Compile } from 'typebox/compile'
import { type FieldError, Problem } from '../../problem.ts'

const closed = { additionalProperties: false } as const

const HttpAddress = Type.String({
  pattern: '^https?://[^\\s?#]+$',
  maxLength: 2048,
  description: 'URL of the sandbox: on the public internet with https, unless the operator sets OUTGOING_TARGETS',
})

export const SandboxSettingsSchema = Type.Object(
  {
    baseUrl: HttpAddress,
    merchant: Type.String({ pattern: '^[0-9A-Za-z_-]{1,32}$' }),
    secret: Type.String({ minLength: 16, maxLength: 256, writeOnly: true }),
    /** URL for notifications; without it none are sent and states must be queried. */
    notifyUrl: Type.Optional(Type.String({ pattern: '^https?://\\S+$', maxLength: 2048 })),
    /** Time-out of a call including its answer; for a bill, the longest pause. */
    timeoutMs: Type.Optional(Type.Integer({ minimum: 50, maximum: 60_000 })),
    /** Overrides for a sandbox that runs under other conditions than the default ones. */
    rules: Type.Optional(
      Type.Object(
        {
          windowDays: Type.Optional(Type.Union([Type.Integer({ minimum: 0, maximum: 3650 }), Type.Null()])),
          maxRefunds: Type.Optional(Type.Union([Type.Integer({ minimum: 1, maximum: 10_000 }), Type.Null()])),
          minGapSeconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 86_400 })),
          pollSeconds: Type.Optional(
            Type.Array(Type.Number({ exclusiveMinimum: 0, maximum: 86_400 }), { minItems: 1, maxItems: 20 }),
          ),
        },
        closed,
      ),
    ),
    /** Accepts bills of days that aren't over yet, which no real provider offers. */
    unfinishedBills: Type.Optional(Type.Boolean()),
  },
  closed,
)

export type SandboxSettings = Static<typeof SandboxSettingsSchema>

export const TIMEOUT_MS = 5_000

const compiled = Compile(SandboxSettingsSchema)

/** Validates settings. @throws Problem `gateway_settings_invalid` with every invalid field, never with its value. */
export function parseSandboxSettings(json: unknown): SandboxSettings {
  const faults: FieldError[] = compiled.Check(json)
    ? urlFaults(json)
    : compiled.Errors(json).flatMap(({ instancePath, keyword, message, params }) => {
        const { requiredProperties } = params as { requiredProperties?: readonly string[] }
        if (keyword === 'additionalProperties') return []
        if (requiredProperties)
          return requiredProperties.map((name) => ({ pointer: `/${name}`, message: 'is required' }))
        return [{ pointer: instancePath, message: keyword === 'boolean' ? 'is not a known setting' : message }]
      })
  const [first] = faults
  if (first) {
    const reason = `${first.pointer || '/'} ${first.message}`
    throw new Problem('gateway_settings_invalid', { reason }, faults)
  }
  return json as SandboxSettings
}

function urlFaults({ baseUrl, notifyUrl }: SandboxSettings): FieldError[] {
  return Object.entries({ baseUrl, notifyUrl }).flatMap(([name, url]) =>
    url === undefined || URL.canParse(url) ? [] : [{ pointer: `/${name}`, message: 'must be a URL' }],
  )
}
