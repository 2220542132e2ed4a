import type { RecoupError } from '@recoup/sdk'
import type { UseQueryResult } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { ProblemAlert } from './ProblemAlert.tsx'

interface Props<Data> {
  readonly of: UseQueryResult<Data, RecoupError>
  /** Rows of the skeleton. */
  readonly rows?: number
  readonly children: (data: Data) => ReactNode
}

/** Shows a skeleton, then the data, or the problem with a retry button. */
export function Loaded<Data>({ of: { data, error, refetch }, rows = 4, children }: Props<Data>) {
  if (data !== undefined) return children(data)
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />
  return <Skeleton active paragraph={{ rows }} />
}
