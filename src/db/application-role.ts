/**
 * The privileges of the application's role, which does not own the tables (docs/decisions/0023-application-role.md): it
 * reads and writes rows, and can neither empty a table nor change its triggers and policies. Tables whose triggers
 * refuse UPDATE or DELETE do not grant them either.
 */
import type { Scope, Transaction } from './connect.ts'

interface Table {
  readonly table: string
  readonly present: readonly string[]
  readonly wanted: readonly string[]
}

/** Migrations are recorded by the owner. */
const READ_ONLY = ['schema_migration', 'line_migration']
/** Their statistics are gathered by the program (src/settlement/reconciliation/run.ts), from PostgreSQL 17 on. */
const ANALYZED = ['reconciliation_line']
const MAINTAIN_SINCE = 170_000

/** Bits of pg_trigger.tgtype: fires before; for DELETE; for UPDATE. */
const TABLES = `WITH refused AS (
    SELECT t.tgrelid AS table, bool_or(p.proname = 'refuse_change' AND t.tgtype & 16 > 0) AS updates, bool_or(t.tgtype & 8 > 0) AS deletes
    FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
    WHERE NOT t.tgisinternal AND t.tgtype & 2 > 0 AND (p.proname = 'refuse_change' OR starts_with(p.proname, 'guard_'))
    GROUP BY t.tgrelid
  )
  SELECT c.oid::regclass::text AS "table",
    ARRAY(SELECT a.privilege_type::text FROM aclexplode(c.relacl) a JOIN pg_roles r ON r.oid = a.grantee
      WHERE r.rolname = $1 ORDER BY 1) AS present,
    ARRAY(SELECT w.name FROM (VALUES
      ('SELECT', true), ('INSERT', c.relname <> ALL ($2::text[])),
      ('UPDATE', c.relname <> ALL ($2::text[]) AND NOT coalesce(f.updates, false)),
      ('DELETE', c.relname <> ALL ($2::text[]) AND NOT coalesce(f.deletes, false)),
      ('MAINTAIN', c.relname = ANY ($3::text[]) AND current_setting('server_version_num')::int >= $4)
    ) AS w (name, granted) WHERE w.granted ORDER BY 1) AS wanted
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN refused f ON f.table = c.oid
  WHERE n.nspname IN ('public', 'pgboss') AND c.relkind IN ('r', 'p') AND pg_has_role(c.relowner, 'USAGE')
  ORDER BY 1`

/** Grants a role what it needs on all tables of the current user, and nothing else. Changes only what differs. */
export async function grantToApplication(session: Scope, role: string): Promise<void> {
  const [me] = await session.query<{ name: string }>('SELECT current_user::text AS name')
  if (me!.name === role) return
  const tables = await session.query<Table>(TABLES, [role, READ_ONLY, ANALYZED, MAINTAIN_SINCE])
  const differing = tables.filter(({ present, wanted }) => present.join() !== wanted.join())
  const quoted = quote(role)
  await session.transaction(async (tx) => {
    await run(tx, `GRANT USAGE ON SCHEMA public, pgboss TO ${quoted}`)
    for (const { table, present, wanted } of differing) {
      if (present.length > 0) await run(tx, `REVOKE ALL ON ${table} FROM ${quoted}`)
      await run(tx, `GRANT ${wanted.join(', ')} ON ${table} TO ${quoted}`)
    }
  })
}

/** Names cannot be parameters of GRANT. */
async function run(tx: Transaction, text: string): Promise<void> {
  await tx.execute(text)
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
