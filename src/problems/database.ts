/** How Recoup says no about the database and its folder. */
import { type Entry, entry } from './entry.ts'

export const databaseProblems = {
  data_folder_not_writable: entry(
    503,
    ['Data folder not writable', '数据目录不可写'],
    ['cannot write to the data folder {folder}: {reason}', '无法写入数据目录 {folder}：{reason}'],
  ),
  data_folder_in_use: entry(
    503,
    ['Data folder in use', '数据目录正被使用'],
    [
      'the data folder {folder} is in use by process {pid}; stop that one first, or use another folder',
      '数据目录 {folder} 正被进程 {pid} 使用；请先停止该进程，或改用其他目录',
    ],
  ),
  embedded_postgres_missing: entry(
    503,
    ['No built-in database here', '此系统没有内置数据库'],
    [
      'the built-in PostgreSQL does not run on {platform} ({reason}); set DATABASE_URL to a PostgreSQL 15 or later',
      '内置 PostgreSQL 无法在 {platform} 上运行（{reason}）；请将 DATABASE_URL 设为 PostgreSQL 15 或更高版本',
    ],
  ),
  database_start_failed: entry(
    503,
    ['Database did not start', '数据库启动失败'],
    ['the built-in database did not start: {reason}', '内置数据库启动失败：{reason}'],
  ),
  database_unreachable: entry(
    503,
    ['Database unreachable', '数据库无法连接'],
    [
      'no connection to the database at {address}: {reason}; nothing was changed',
      '无法连接位于 {address} 的数据库：{reason}；未做任何更改',
    ],
  ),
  database_unavailable: entry(
    503,
    ['Database not available', '数据库暂不可用'],
    [
      'the service has no connection to its database; nothing was changed, try again (request {request})',
      '服务暂时无法连接数据库；未做任何更改，请重试（请求 {request}）',
    ],
  ),
  database_busy: entry(
    503,
    ['Database busy', '数据库繁忙'],
    [
      'no database connection became free within {seconds} s; nothing was changed, try again',
      '{seconds} 秒内没有空闲的数据库连接；未做任何更改，请重试',
    ],
  ),
  database_too_old: entry(
    503,
    ['Database too old', '数据库版本过低'],
    [
      'the database is PostgreSQL {version}; {needed} or later is needed',
      '数据库为 PostgreSQL {version}，需要 {needed} 或更高版本',
    ],
  ),
  outcome_unknown: entry(
    503,
    ['Outcome unknown', '结果未知'],
    [
      'the connection to the database broke before it confirmed; repeat the request with the same idempotency key to learn the outcome',
      '数据库确认之前连接中断；请使用相同的幂等键重复请求以得知结果',
    ],
  ),
  schema_newer: entry(
    503,
    ['Database is newer than this program', '数据库比本程序新'],
    [
      'the database is at migration {found}, this program knows up to {known}; run the newer program',
      '数据库已迁移到 {found}，本程序只认识到 {known}；请运行较新的程序',
    ],
  ),
  schema_behind: entry(
    503,
    ['Database not migrated', '数据库尚未迁移'],
    [
      'the database is at migration {found}, this program needs {known}',
      '数据库的迁移版本为 {found}，本程序需要 {known}',
    ],
  ),
  schema_changed: entry(
    503,
    ['A migration was changed', '迁移文件被修改'],
    [
      'migration {file} is not the one this database was made with; add a new migration instead of changing an old one',
      '迁移文件 {file} 与建立此数据库时所用的不同；请新增迁移，不要修改旧迁移',
    ],
  ),
  migration_failed: entry(
    503,
    ['Migration failed', '迁移失败'],
    ['migration {file} failed and was undone: {reason}', '迁移 {file} 失败并已撤销：{reason}'],
  ),
} as const satisfies Record<string, Entry>
