/** Problems of the database and its folder. */
import { type Entry, entry } from './entry.ts'

export const databaseProblems = {
  data_folder_not_writable: entry(
    503,
    ['Data folder not writable', '数据目录不可写'],
    ['The data folder {folder} is not writable: {reason}.', '无法写入数据目录 {folder}：{reason}。'],
  ),
  data_folder_in_use: entry(
    503,
    ['Data folder in use', '数据目录正被使用'],
    [
      'The data folder {folder} is in use by process {pid}. Stop that process, or use another folder.',
      '数据目录 {folder} 正被进程 {pid} 使用。请先停止该进程，或改用其他目录。',
    ],
  ),
  embedded_postgres_missing: entry(
    503,
    ['Built-in database not available', '此系统没有内置数据库'],
    [
      'The built-in PostgreSQL does not run on {platform} ({reason}). Set DATABASE_URL to a PostgreSQL 15 or later.',
      '内置 PostgreSQL 无法在 {platform} 上运行（{reason}）。请将 DATABASE_URL 设为 PostgreSQL 15 或更高版本。',
    ],
  ),
  database_start_failed: entry(
    503,
    ['Database did not start', '数据库启动失败'],
    ['The built-in database did not start: {reason}.', '内置数据库启动失败：{reason}。'],
  ),
  database_unreachable: entry(
    503,
    ['Database unreachable', '数据库无法连接'],
    [
      'Cannot connect to the database at {address}: {reason}. Nothing was changed.',
      '无法连接位于 {address} 的数据库（{reason}）。未做任何更改。',
    ],
  ),
  database_unavailable: entry(
    503,
    ['Database unavailable', '数据库暂不可用'],
    [
      'The service cannot reach its database. Nothing was changed; try again (request {request}).',
      '服务暂时无法连接数据库。未做任何更改，请重试（请求 {request}）。',
    ],
  ),
  database_busy: entry(
    503,
    ['Database busy', '数据库繁忙'],
    [
      'No database connection became available within {seconds} s. Nothing was changed; try again.',
      '{seconds} 秒内没有空闲的数据库连接。未做任何更改，请重试。',
    ],
  ),
  database_exhausted: entry(
    503,
    ['Database out of resources', '数据库资源不足'],
    [
      'The database is out of memory or of another resource. Nothing was changed; try again.',
      '数据库内存或其他资源不足。未做任何更改，请重试。',
    ],
  ),
  database_too_old: entry(
    503,
    ['Database version too old', '数据库版本过低'],
    [
      'The database runs PostgreSQL {version}; version {needed} or later is required.',
      '数据库为 PostgreSQL {version}，需要 {needed} 或更高版本。',
    ],
  ),
  outcome_unknown: entry(
    503,
    ['Outcome unknown', '结果未知'],
    [
      'The database connection was lost before the commit was confirmed. Repeat the request with the same idempotency key to learn the outcome.',
      '数据库确认提交之前连接中断。请使用相同的幂等键重复请求以得知结果。',
    ],
  ),
  schema_newer: entry(
    503,
    ['Database is newer than this program', '数据库版本高于本程序'],
    [
      'The database is at migration {found}; this program supports up to {known}. Run a newer version of the program.',
      '数据库已迁移到 {found}，本程序最高支持 {known}。请运行较新的程序。',
    ],
  ),
  schema_behind: entry(
    503,
    ['Database not migrated', '数据库尚未迁移'],
    [
      'The database is at migration {found}; this program requires {known}.',
      '数据库的迁移版本为 {found}，本程序需要 {known}。',
    ],
  ),
  schema_changed: entry(
    503,
    ['Migration file changed', '迁移文件被修改'],
    [
      'Migration {file} differs from the file this database was created with. Add a new migration instead of changing an existing one.',
      '迁移文件 {file} 与建立此数据库时所用的不同。请新增迁移，不要修改已有迁移。',
    ],
  ),
  migration_failed: entry(
    503,
    ['Migration failed', '迁移失败'],
    ['Migration {file} failed and was rolled back: {reason}.', '迁移 {file} 失败，已回滚：{reason}。'],
  ),
  backup_damaged: entry(
    422,
    ['Backup not usable', '备份不可用'],
    ['The file cannot be restored: {reason}. Nothing was written.', '无法恢复该文件（{reason}）。未写入任何数据。'],
  ),
  backup_schema_differs: entry(
    409,
    ['Backup of another version', '备份来自其他版本'],
    [
      'The backup is at migration {found}; this program is at {known}. Restore it with the version that wrote it, then upgrade.',
      '备份的迁移版本为 {found}，本程序为 {known}。请用写出该备份的版本恢复，然后再升级。',
    ],
  ),
  restore_target_not_empty: entry(
    409,
    ['Database not empty', '数据库非空'],
    [
      'A backup is restored into an empty database only. Number of tenants in this one: {tenants}.',
      '目标数据库已有 {tenants} 个租户。备份只能恢复到空数据库。',
    ],
  ),
} as const satisfies Record<string, Entry>
