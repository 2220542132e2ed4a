/** What a backup says about itself, and whether this program can restore it. */
import { Problem } from '../../problem.ts'
import { type LineMigrations, type MigrationMark, readMarks } from '../migrate.ts'
import { contentOf, damaged, type Frame, FrameType } from './frames.ts'

export interface Header {
  readonly format: number
  /** When the snapshot was taken, by the clock of the database. */
  readonly at: string
  readonly migrations: readonly MigrationMark[]
  /** Of the key that encrypts the secrets, as hexadecimal digits; null before the first start. */
  readonly keyFingerprint: string | null
}

export const FORMAT = 1

/** Reads the first frame. @throws Problem `backup_damaged` */
export async function readHeader(frames: AsyncGenerator<Frame>): Promise<Header> {
  const { value } = await frames.next()
  if (value?.type !== FrameType.header) throw damaged('it is not a backup')
  const header = contentOf(value) as Header
  if (header.format !== FORMAT) throw damaged(`its format ${header.format} is unknown to this program`)
  return header
}

/** @throws Problem `backup_schema_differs` unless the backup has exactly the schema of this program. */
export async function assertSameSchema({ migrations }: Header, lines: readonly LineMigrations[]): Promise<void> {
  const known = new Set((await readMarks(lines)).map(textOf))
  const found = new Set(migrations.map(textOf))
  const isSame = found.size === known.size && [...found].every((each) => known.has(each))
  if (!isSame) throw new Problem('backup_schema_differs', { found: newestOf(found), known: newestOf(known) })
}

const textOf = ({ file, sha256 }: MigrationMark) => `${file} (${sha256.slice(0, 8)})`

function newestOf(marks: Set<string>): string {
  return (
    [...marks]
      .filter((each) => !each.includes('/'))
      .sort()
      .at(-1) ?? 'none'
  )
}
