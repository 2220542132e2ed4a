/**
 * Requests to the server, through the SDK only.
 *
 * ```tsx
 * const charge = useGet('/v1/charges/{charge}', { params: { path: { charge: id } } })
 * const refund = useSend((body: RefundRequest) => recoup.post('/v1/refunds', { body }))
 * ```
 */
import { type Answer, type Init, isRecoupError, type PathsOf, Recoup, type RecoupError } from '@recoup/sdk'
import { hashKey, QueryClient, type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { credentials, signOut } from './auth.ts'
import { confirmIdentity } from './step-up.ts'
import { currentLanguage, useTexts } from './texts.ts'

/** Explanations and problems are answered in the language of the page. */
export const recoup = new Recoup({ credentials, language: currentLanguage, retry: { retries: 2 } })

export const queries = new QueryClient({
  defaultOptions: {
    // The SDK retries by itself.
    queries: { retry: false, staleTime: 5_000, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
})

/** Shows the sign-in page once the server refuses the key or session, and the profile once it asks for a second factor. */
function noticeSignedOut(error: unknown): void {
  if (!isRecoupError(error)) return
  if (error.code === 'second_factor_missing') void queries.invalidateQueries({ queryKey: ['/v1/me'] })
  if (error.status !== 401) return
  queries.clear()
  signOut()
}
queries.getQueryCache().config.onError = noticeSignedOut
queries.getMutationCache().config.onError = noticeSignedOut

interface ReadOptions<Data> {
  /** false: no request yet. */
  readonly enabled?: boolean
  /** Shows the previous data while other data is loading, for example after a filter changed. */
  readonly keepPrevious?: boolean
  readonly staleTime?: number
  /** Milliseconds between requests, for data that changes by itself; false: no further request. */
  readonly refetchInterval?: number | ((data: Data | undefined) => number | false)
}

/**
 * The cached response of a GET. A change of language requests it again and shows the previous response until then, so that
 * forms keep their input.
 */
export function useGet<Path extends PathsOf<'get'>>(
  path: Path,
  init?: Init<Path, 'get'>,
  { enabled, keepPrevious, staleTime, refetchInterval }: ReadOptions<Answer<Path>> = {},
): UseQueryResult<Answer<Path>, RecoupError> {
  const { language } = useTexts()
  const request = [path, init ?? null]
  return useQuery<Answer<Path>, RecoupError>({
    queryKey: [...request, language],
    queryFn: ({ signal }) => recoup.get(path, { ...init, signal } as never) as Promise<Answer<Path>>,
    ...(enabled === undefined ? {} : { enabled }),
    ...(staleTime === undefined ? {} : { staleTime }),
    ...(refetchInterval === undefined
      ? {}
      : {
          refetchInterval: ({ state }) =>
            typeof refetchInterval === 'number' ? refetchInterval : refetchInterval(state.data),
        }),
    placeholderData: (previous, before) =>
      (keepPrevious || (before && hashKey(before.queryKey.slice(0, request.length)) === hashKey(request))
        ? previous
        : undefined) as never,
  })
}

/** The signed-in user or key with its scopes, and the tenant with its time zone. */
export function useMe() {
  return useGet('/v1/me', undefined, { staleTime: Number.POSITIVE_INFINITY })
}

/** Whether the user has a scope. Until the user is known, the answer is no. */
export function useMay(): (scope: string) => boolean {
  const { data } = useMe()
  return (scope) => data?.scopes.includes(scope) ?? false
}

/** Whether the user has a scope for the data of a party: users bound to one party see only that party's data. */
export function useMayOf(): (scope: string, party: string) => boolean {
  const may = useMay()
  const own = useMe().data?.party
  return (scope, party) => may(scope) && (own === null || own === party)
}

/** All products with their titles and lines; empty until they have loaded, and for users without the scope. */
export function useProductTitles(): Answer<'/v1/product-titles'>['data'] {
  const enabled = useMay()('charges:read')
  return useGet('/v1/product-titles', undefined, { enabled, staleTime: Number.POSITIVE_INFINITY }).data?.data ?? []
}

/** All lines in the order of the API, as the options of a select. */
export function useLines(): { readonly value: string; readonly label: string }[] {
  const { language } = useTexts()
  const titles = new Map(useProductTitles().map(({ line, lineTitle }) => [line, lineTitle[language]]))
  return [...titles].map(([value, label]) => ({ value, label }))
}

/** The title of a line; its id until the titles have loaded, and for a line that the API does not list. */
export function useLineTitle(): (line: string) => string {
  const lines = useLines()
  return (line) => lines.find(({ value }) => value === line)?.label ?? line
}

/** Sends a request again once the user has confirmed the identity, if the server requires it. */
async function withStepUp<Output>(send: () => Promise<Output>): Promise<Output> {
  try {
    return await send()
  } catch (error) {
    const asked = isRecoupError(error) && error.code === 'step_up_required'
    if (!asked || !(await confirmIdentity())) throw error
    return send()
  }
}

/** Statuses of refusals that suggest that the page shows outdated data. */
const OUTDATED: readonly number[] = [404, 409, 422]

/**
 * A request that changes data on the server. On success, the data read from `paths` is read again; by default all data. All
 * data is also read again if the server refuses because of the current state, which is then not what the page shows.
 */
export function useSend<Input, Output>(send: (input: Input) => Promise<Output>, paths?: readonly PathsOf<'get'>[]) {
  const client = useQueryClient()
  return useMutation<Output, RecoupError, Input>({
    mutationFn: (input) => withStepUp(() => send(input)),
    onSuccess: async () => {
      if (!paths) return client.invalidateQueries()
      await Promise.all(paths.map((path) => client.invalidateQueries({ queryKey: [path] })))
    },
    // Not awaited, so that the refusal is shown at once.
    onError: (error) => {
      if (isRecoupError(error) && OUTDATED.includes(error.status)) void client.invalidateQueries()
    },
  })
}
