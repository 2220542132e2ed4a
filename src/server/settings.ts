/**
 * The environment variables: one table, from which the program reads its settings, `recoup settings` prints them and
 * the README's table is generated.
 */
import { OUTGOING_TARGETS } from '../outgoing/targets.ts'
import { Problem } from '../problem.ts'

interface Setting<Value> {
  /** The environment variable. */
  readonly name: string
  readonly meaning: string
  /** The default as written in the environment; null: none, with its effect described in `meaning`. */
  readonly standard: string | null
  /** Its value is a credential and never printed. */
  readonly secret?: true
  /** Parses the text; returns a value or a fault. */
  read(text: string): Value | Fault
}

class Fault {
  readonly reason: string

  constructor(reason: string) {
    this.reason = reason
  }
}

const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const
const SWITCH = ['on', 'off'] as const
const METRICS = ['loopback', 'open', 'off'] as const
const DEMO = ['ask', 'yes', 'no'] as const

const settingsTable = {
  port: {
    name: 'PORT',
    standard: '4870',
    meaning: 'Port of the HTTP API; 0 picks a free port',
    read: wholeNumber(0, 65_535),
  },
  host: {
    name: 'HOST',
    standard: '127.0.0.1',
    meaning: 'Address to listen on; the default accepts local connections only, 0.0.0.0 accepts all',
    read: (text: string) => (/^[A-Za-z0-9.:_-]+$/.test(text) ? text : new Fault('a host name or an IP address')),
  },
  dataFolder: {
    name: 'RECOUP_DATA',
    standard: './data',
    meaning: 'Folder of the built-in database and of the first key',
    read: (text: string) => text,
  },
  databaseUrl: {
    name: 'DATABASE_URL',
    standard: null,
    secret: true,
    meaning:
      'Address of a PostgreSQL 15 or newer, postgres://user:password@host:5432/name. Default: the built-in database',
    read: (text: string) =>
      /^postgres(ql)?:\/\//.test(text) ? text : new Fault('an address like postgres://user:password@host:5432/name'),
  },
  databaseOwnerUrl: {
    name: 'DATABASE_OWNER_URL',
    standard: null,
    secret: true,
    meaning:
      'Address of the same database as the role that owns its tables, used for migrations only: the role of DATABASE_URL is then granted what it needs and can neither empty tables nor drop triggers. Default: DATABASE_URL',
    read: (text: string) =>
      /^postgres(ql)?:\/\//.test(text) ? text : new Fault('an address like postgres://user:password@host:5432/name'),
  },
  logLevel: {
    name: 'LOG_LEVEL',
    standard: 'info',
    meaning: `How much the server tells: ${LOG_LEVELS.join(', ')}; with npm start it is warn unless set`,
    read: oneOf(LOG_LEVELS),
  },
  logRequests: {
    name: 'LOG_REQUESTS',
    standard: 'on',
    meaning:
      'Whether each request is logged at the level info (on, off): id, method, route, status, milliseconds, tenant and actor, without bodies, query values or keys',
    read: oneOf(SWITCH),
  },
  rateLimit: {
    name: 'RATE_LIMIT',
    standard: '20000',
    meaning: 'Requests per second for each key',
    read: wholeNumber(1, 10_000_000),
  },
  trustProxy: {
    name: 'TRUST_PROXY',
    standard: null,
    meaning:
      'Trusted proxy addresses, separated by commas: loopback, 10.0.0.0/8. X-Forwarded-For is honored only from these. Default: none',
    read: (text: string) =>
      /^[A-Za-z0-9.:/]+(\s*,\s*[A-Za-z0-9.:/]+)*$/.test(text) ? text : new Fault('addresses separated by commas'),
  },
  console: {
    name: 'RECOUP_CONSOLE',
    standard: 'on',
    meaning:
      'Whether the console is served under /console/ (on, off). It is built at the first start, which takes a few seconds',
    read: oneOf(SWITCH),
  },
  metrics: {
    name: 'METRICS',
    standard: 'loopback',
    meaning: 'Who may read /metrics: this machine only (loopback), any client (open), or no one (off)',
    read: oneOf(METRICS),
  },
  secretKey: {
    name: 'RECOUP_SECRET_KEY',
    standard: null,
    secret: true,
    meaning: 'Key that encrypts secrets in the database. Default: secret.key in the data folder, created when missing',
    read: (text: string) => (/^[0-9a-fA-F]{64}$/.test(text) ? text : new Fault('32 bytes as 64 hexadecimal digits')),
  },
  secretKeyPrevious: {
    name: 'RECOUP_SECRET_KEY_PREVIOUS',
    standard: null,
    secret: true,
    meaning:
      'Earlier keys, separated by commas, while RECOUP_SECRET_KEY is being replaced: at the start, and by recoup secrets rotate, every secret is encrypted again. Default: none',
    read: (text: string) => {
      const keys = text.split(/\s*,\s*/)
      const valid = keys.every((key) => /^[0-9a-fA-F]{64}$/.test(key))
      return valid ? keys : new Fault('keys of 64 hexadecimal digits, separated by commas')
    },
  },
  outgoingTargets: {
    name: 'OUTGOING_TARGETS',
    standard: 'public',
    meaning:
      'Targets that webhooks and payment gateways may have: https on the public internet (public), also this machine (loopback), or also http and private networks (any). Default with npm start on a loopback HOST, without a public URL or a proxy: loopback',
    read: oneOf(OUTGOING_TARGETS),
  },
  publicUrl: {
    name: 'RECOUP_PUBLIC_URL',
    standard: null,
    meaning:
      'Public address of this installation. With https, session cookies are marked secure. Required for single sign-on',
    read: origin,
  },
  oidcIssuer: {
    name: 'RECOUP_OIDC_ISSUER',
    standard: null,
    meaning: 'OpenID Connect issuer for single sign-on; the redirect URI is RECOUP_PUBLIC_URL/auth/callback/oidc',
    read: httpAddress,
  },
  oidcClientId: {
    name: 'RECOUP_OIDC_CLIENT_ID',
    standard: null,
    meaning: 'Client id of this installation at the issuer',
    read: (text: string) => text,
  },
  oidcClientSecret: {
    name: 'RECOUP_OIDC_CLIENT_SECRET',
    standard: null,
    secret: true,
    meaning: 'Client secret of this installation at the issuer',
    read: (text: string) => text,
  },
  oidcRoleClaim: {
    name: 'RECOUP_OIDC_ROLE_CLAIM',
    standard: null,
    meaning:
      'Claim that sets the role at each sign-in. Default: new users are viewers until an admin changes their role',
    read: (text: string) => (/^[\w:./-]{1,200}$/.test(text) ? text : new Fault('the name of a claim')),
  },
  oidcName: {
    name: 'RECOUP_OIDC_NAME',
    standard: null,
    meaning: 'Label of the single sign-on button. Default: the host name of the issuer',
    read: (text: string) => (text.length <= 60 ? text : new Fault('60 characters at most')),
  },
  demo: {
    name: 'RECOUP_DEMO',
    standard: 'ask',
    meaning: 'Whether npm start fills the demo world: yes, no, or ask (in an empty folder, in a terminal)',
    read: oneOf(DEMO),
  },
  key: {
    name: 'RECOUP_KEY',
    standard: null,
    secret: true,
    meaning: 'API key of the command line. Default: the key in the data folder',
    read: (text: string) =>
      /^rk_[A-Za-z0-9_-]{43}$/.test(text) ? text : new Fault('an API key: rk_ and 43 more characters'),
  },
  url: {
    name: 'RECOUP_URL',
    standard: null,
    meaning:
      'Address of the server for the command line. Default: the address noted in the data folder, or else HOST and PORT',
    read: httpAddress,
  },
} as const satisfies Record<string, Setting<unknown>>

type Table = typeof settingsTable
type Value<Key extends keyof Table> = Exclude<ReturnType<Table[Key]['read']>, Fault>

export type Settings = {
  readonly [Key in keyof Table]: Table[Key]['standard'] extends null ? Value<Key> | undefined : Value<Key>
}

/** Reads all settings; an empty variable counts as unset. @throws Problem `setting_invalid` with the name. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const entries = Object.entries(settingsTable).map(([key, setting]: [string, Setting<unknown>]) => {
    const text = environment[setting.name]?.trim() || setting.standard
    if (text === null) return [key, undefined]
    const value = setting.read(text)
    if (value instanceof Fault) {
      const shown = setting.secret ? '“•••”' : `“${text.slice(0, 60)}”`
      throw new Problem('setting_invalid', { name: setting.name, value: shown, expected: value.reason })
    }
    return [key, value]
  })
  return Object.fromEntries(entries) as Settings
}

export interface DescribedSetting {
  readonly name: string
  readonly standard: string | null
  readonly meaning: string
}

/** Returns the table for display. */
export function describeSettings(): DescribedSetting[] {
  return Object.values(settingsTable).map(({ name, standard, meaning }) => ({ name, standard, meaning }))
}

function wholeNumber(least: number, most: number) {
  return (text: string): number | Fault => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
    return value >= least && value <= most ? value : new Fault(`a whole number from ${least} to ${most}`)
  }
}

function oneOf<const Choice extends string>(choices: readonly Choice[]) {
  return (text: string): Choice | Fault =>
    choices.find((choice) => choice === text.toLowerCase()) ?? new Fault(`one of ${choices.join(', ')}`)
}

/** Parses a web origin: no path, no query. */
function origin(text: string): string | Fault {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const bare =
    url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username
  return bare ? url.origin : new Fault('an address without a path, like https://pay.example.com')
}

function httpAddress(text: string): string | Fault {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) return new Fault('an address like http://127.0.0.1:4870')
  return url.href.replace(/\/+$/, '')
}
