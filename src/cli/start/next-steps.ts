/** The output of `recoup start` once the server is ready. */
import path from 'node:path'
import { CONSOLE_PATH } from '../../server/console.ts'
import type { Service } from '../../server/service.ts'
import type { Settings } from '../../server/settings.ts'
import { RECOUP, TOUR } from '../own-command.ts'
import { bold, count, faint } from '../screen.ts'
import type { Demo } from './demo.ts'

const MAX_COUNTED = 100_000

/** Describes the contents of the books. */
export async function describeBooks({ database, tenant, url }: Service, { dataFolder }: Settings): Promise<string> {
  const [found] = await database.database
    .tenant(tenant.id)
    .query<{ merchants: bigint; charges: bigint; last: Date | null }>(
      `SELECT (SELECT count(*) FROM party WHERE tenant = $1 AND kind = 'merchant') AS merchants,
       (SELECT count(*) FROM (SELECT FROM charge WHERE tenant = $1 LIMIT ${MAX_COUNTED + 1}) c) AS charges,
       (SELECT recorded_at FROM charge WHERE tenant = $1 ORDER BY id DESC LIMIT 1) AS last`,
      [tenant.id],
    )
  const { merchants, charges, last } = found!
  const where = database.embedded ? `The books in ${shown(dataFolder)}` : 'The books'
  const many =
    charges > MAX_COUNTED
      ? `more than ${MAX_COUNTED.toLocaleString('en-US')} charges`
      : count(Number(charges), 'charge')
  const latest = last === null ? '' : `, the latest of ${last.toISOString().slice(0, 16).replace('T', ' ')} UTC`
  return `${where} have ${count(Number(merchants), 'merchant')} and ${many}${latest}. (${url})`
}

type Shown = Pick<Demo, 'access' | 'fill'>

/** Describes the next steps. The examples read the key from its file, so that it doesn't remain in the terminal. */
export function nextSteps(service: Service, demo: Shown, settings: Pick<Settings, 'console'>): string {
  const { url, keyFile } = service
  const key =
    keyFile === null
      ? `…   # a key of yours; make one with: ${RECOUP} keys create --name me`
      : `$(cat ${quoted(shown(keyFile))})`
  return `
${bold('Recoup is ready')}

${settings.console === 'on' ? signIn(service, demo) : ''}
  API        ${url}/v1
  Reference  ${url}/docs
  Key        ${keyFile === null ? 'RECOUP_KEY (none in the data folder)' : shown(keyFile)}${demo.access?.keyFile ? `\n  Demo key   ${shown(demo.access.keyFile)}` : ''}

${bold('Try it')} ${faint('in another terminal, in this folder')}

  URL=${url}
  KEY=${key}
  get() { curl -sS "$URL/v1/$1" -H "Authorization: Bearer $KEY"; echo; }
  post() { curl -sS "$URL/v1/$1" -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" -d "$2"; echo; }

  ${faint('# a QR payment of 100.00: priced, split, posted')}
  CHARGE=$(post charges '{"line":"payments","product":"scan-pay","event":{"payer":"usr_1","merchant":"mch_noodles","amount":{"amount":"100.00","currency":"CNY"}}}' | grep -o 'chg_[a-z0-9]*')

  ${faint('# where every cent went, and why; in Chinese: language=zh')}
  get "charges/$CHARGE"
  get "charges/$CHARGE/explanation?language=en"

  ${faint('# what giving back 30.00 would move, then do it')}
  post refunds/preview '{"charge":"'$CHARGE'","amount":{"amount":"30.00","currency":"CNY"}}'
  post refunds '{"charge":"'$CHARGE'","amount":{"amount":"30.00","currency":"CNY"},"reason":"cold soup"}'

${bold('Or by the command line')}

  ${RECOUP} explain $CHARGE
  ${RECOUP} accounts
  ${RECOUP} check
  ${TOUR}

Stop with Ctrl-C; what was entered stays.`
}

/**
 * Describes the sign-in. Passwords are referenced by file, so that they don't remain in the terminal; they may have
 * been changed since.
 */
function signIn({ url, admin }: Service, { access, fill }: Shown): string {
  const rows = [['Console', `${url}${CONSOLE_PATH}`]]
  const row = (what: string, email: string, file: string) =>
    rows.push([what, `${email} ${faint(`(password in ${shown(file)})`)}`])
  if (admin) row('Sign in', admin.email, admin.passwordFile)
  if (access?.email && access.passwordFile) row('Demo world', access.email, access.passwordFile)
  if (fill) rows.push(['', faint('it is being filled; look at it any time')])
  return rows.map(([what, text]) => `  ${what!.padEnd(11)}${text}\n`).join('')
}

export function shown(file: string): string {
  const near = path.relative(process.cwd(), file)
  return near === '' || near.startsWith('..') ? file : near
}

function quoted(file: string): string {
  return /^[\w./-]+$/.test(file) ? file : `'${file.replaceAll("'", "'\\''")}'`
}
