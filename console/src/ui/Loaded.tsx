import type { RecoupError } from '@recoup/sdk'
import type { UseQueryResult } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { ProblemAlert } from './ProblemAlert.tsx'

interface Props<Data> {
  readonly of: UseQueryResult<Data, RecoupError>
  /** Lines of the skeleton. */
  readonly rows?: number
  readonly children: (data: Data) => ReactNode
}

/** A skeleton, then what was read, or the problem with a button to try again. */
export function Loaded<Data>({ of: { data, error, refetch }, rows = 4, children }: Props<Data>) {
  if (data !== undefined) return children(data)
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />
  return <Skeleton active paragraph={{ rows }} />
}
