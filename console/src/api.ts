/**
 * How pages talk to the server: through the SDK only.
 *
 * ```tsx
 * const charge = useGet('/v1/charges/{charge}', { params: { path: { charge: id } } })
 * const refund = useSend((body: RefundRequest) => recoup.post('/v1/refunds', { body }))
 * ```
 */
import { type Answer, type Init, isRecoupError, type PathsOf, Recoup, type RecoupError } from '@recoup/sdk'
import { hashKey, QueryClient, type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { credentials, signOut } from './auth.ts'
import { currentLanguage, useTexts } from './texts.ts'

/** Answers explanations and problems in the language of the page. */
export const recoup = new Recoup({ credentials, language: currentLanguage, retry: { retries: 2 } })

export const queries = new QueryClient({
  defaultOptions: {
    // The SDK has tried again already.
    queries: { retry: false, staleTime: 5_000, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
})

/** A key or session that is no longer known: the page to sign in is shown. */
export function noticeSignedOut(error: unknown): void {
  if (!isRecoupError(error) || error.status !== 401) return
  queries.clear()
  signOut()
}
queries.getQueryCache().config.onError = noticeSignedOut
queries.getMutationCache().config.onError = noticeSignedOut

interface Reading {
  /** false: not asked yet. */
  readonly enabled?: boolean
  /** Shows what was there while something else is loading, as when a filter changes. */
  readonly keepPrevious?: boolean
  readonly staleTime?: number
  /** Milliseconds after which it is asked again, for what changes by itself. */
  readonly refetchInterval?: number
}

/** What a GET answers, cached; asked anew in another language, and until then what it was in the one before: a form stays. */
export function useGet<Path extends PathsOf<'get'>>(
  path: Path,
  init?: Init<Path, 'get'>,
  { enabled, keepPrevious, staleTime, refetchInterval }: Reading = {},
): UseQueryResult<Answer<Path>, RecoupError> {
  const { language } = useTexts()
  const asked = [path, init ?? null]
  return useQuery<Answer<Path>, RecoupError>({
    queryKey: [...asked, language],
    queryFn: ({ signal }) => recoup.get(path, { ...init, signal } as never) as Promise<Answer<Path>>,
    ...(enabled === undefined ? {} : { enabled }),
    ...(staleTime === undefined ? {} : { staleTime }),
    ...(refetchInterval === undefined ? {} : { refetchInterval }),
    placeholderData: (previous, before) =>
      (keepPrevious || (before && hashKey(before.queryKey.slice(0, asked.length)) === hashKey(asked))
        ? previous
        : undefined) as never,
  })
}

/** Who is signed in, what they may do, and the tenant with its time zone. */
export function useMe() {
  return useGet('/v1/me', undefined, { staleTime: Number.POSITIVE_INFINITY })
}

/** Whether whoever is signed in has a scope; until it is known, nobody has any. */
export function useMay(): (scope: string) => boolean {
  const { data } = useMe()
  return (scope) => data?.scopes.includes(scope) ?? false
}

/** The same of what is a party's own: with a scope, but bound to one party, nobody sees what another has. */
export function useMayOf(): (scope: string, party: string) => boolean {
  const may = useMay()
  const own = useMe().data?.party
  return (scope, party) => may(scope) && (own === null || own === party)
}

/** What products and their lines are called; nothing until it is known. */
export function useProductTitles(): Answer<'/v1/product-titles'>['data'] {
  return useGet('/v1/product-titles', undefined, { staleTime: Number.POSITIVE_INFINITY }).data?.data ?? []
}

/** Refused because of how things are: not as the page shows them, then. */
const OUTDATED: readonly number[] = [404, 409, 422]

/**
 * Something that changes what the server has. What was read of `paths` is then read again; all of it by default. So is all
 * of it where the server refuses because things are not, or no longer, as they were shown: which of them, it need not say.
 */
export function useSend<Input, Output>(send: (input: Input) => Promise<Output>, paths?: readonly PathsOf<'get'>[]) {
  const client = useQueryClient()
  return useMutation<Output, RecoupError, Input>({
    mutationFn: send,
    onSuccess: async () => {
      if (!paths) return client.invalidateQueries()
      await Promise.all(paths.map((path) => client.invalidateQueries({ queryKey: [path] })))
    },
    // Not waited for: the refusal is shown at once.
    onError: (error) => {
      if (isRecoupError(error) && OUTDATED.includes(error.status)) void client.invalidateQueries()
    },
  })
}
