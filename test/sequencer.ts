/**
 * Runs the longest test files first, because a late start of one would keep the other worker waiting. Between the two
 * browser files, which use the whole machine, run files that mostly wait.
 */
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const LONGEST = [
  'test/browser/console.test.ts',
  'test/start.test.ts',
  'test/cli.test.ts',
  'test/packages/packages.test.ts',
  'test/browser/refund-centre.test.ts',
  'test/lines/laws.test.ts',
  'src/db/embedded.test.ts',
  'test/gateway-crash.test.ts',
  'src/settlement/reconciliation/reconciliation.test.ts',
  'test/crash.test.ts',
  'src/processing/processing.test.ts',
  'src/refund-requests/requests.test.ts',
]

export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = LONGEST.findIndex((name) => moduleId.endsWith(name))
      return place < 0 ? LONGEST.length : place
    }
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}
