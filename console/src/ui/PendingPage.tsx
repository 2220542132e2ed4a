import type { RecoupError } from '@recoup/sdk'
import type { UseQueryResult } from '@tanstack/react-query'
import { Loaded } from './Loaded.tsx'
import { Page } from './Page.tsx'

interface Props {
  readonly of: UseQueryResult<unknown, RecoupError>
  readonly title: string
  readonly back: { readonly to: string; readonly label: string }
  /** Rows of the skeleton. */
  readonly rows?: number
}

/** The page of one resource until its data has loaded: a skeleton, or the problem with a retry button. */
export function PendingPage({ of, title, back, rows = 8 }: Props) {
  return (
    <Page title={title} back={back}>
      <Loaded of={of} rows={rows}>
        {() => null}
      </Loaded>
    </Page>
  )
}
