import { expect, it } from 'vitest'
import { outdated } from '../generate.ts'

it('the generated files are what openapi.json says (npm run -w sdk generate)', async () => {
  expect(await outdated()).toEqual([])
})
