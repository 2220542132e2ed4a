import type { paths } from '@recoup/sdk'

type Named = paths['/v1/accounts/{party}/{purpose}']['get']['parameters']['path']

/** `mch_1/balance` as the API's addresses want it. A purpose that there is not is for the server to refuse. */
export function namedAccount(path: string): Named {
  const [party = '', ...rest] = path.split('/')
  return { party, purpose: rest.join('/') as Named['purpose'] }
}
