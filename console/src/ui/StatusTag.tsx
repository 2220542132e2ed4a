import { useTexts } from '../texts.ts'

type Mood = 'good' | 'busy' | 'wait' | 'back' | 'bad'

/** The colors of statuses: done, in progress, waiting, refunded, failed. Other statuses are grey. */
const MOODS: Readonly<Record<string, Mood>> = {
  active: 'good',
  approved: 'good',
  captured: 'good',
  paid: 'good',
  succeeded: 'good',
  authorized: 'busy',
  open: 'busy',
  processing: 'busy',
  scheduled: 'busy',
  'in-force': 'good',
  'partially-refunded': 'wait',
  pending: 'wait',
  waiting: 'wait',
  requested: 'wait',
  'needs-evidence': 'wait',
  executing: 'busy',
  collecting: 'busy',
  previewing: 'busy',
  running: 'busy',
  ready: 'wait',
  paused: 'wait',
  done: 'good',
  completed: 'good',
  posted: 'good',
  proposed: 'wait',
  refunded: 'back',
  declined: 'bad',
  disputed: 'bad',
  failed: 'bad',
  lost: 'bad',
}

interface Props {
  readonly status: string
  /** The page whose texts have the word under `status`, if the shared texts do not have it. */
  readonly page?: string
  /** For statuses that are not in the table above. */
  readonly mood?: Mood
}

export function StatusTag({ status, page, mood = MOODS[status] }: Props) {
  const { term } = useTexts(page)
  return <span className={mood ? `status status-${mood}` : 'status'}>{term('status', status)}</span>
}
