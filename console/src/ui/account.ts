import type { paths } from '@recoup/sdk'

type Named = paths['/v1/accounts/{party}/{purpose}']['get']['parameters']['path']

/** `mch_1/balance` as the path parameters of the API. The server refuses an unknown purpose. */
export function namedAccount(path: string): Named {
  const [party = '', ...rest] = path.split('/')
  return { party, purpose: rest.join('/') as Named['purpose'] }
}
