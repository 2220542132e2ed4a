import { expect, it } from 'vitest'
import { outdated } from '../generate.ts'

it('the generated files match openapi.json (npm run -w sdk generate)', async () => {
  expect(await outdated()).toEqual([])
})
