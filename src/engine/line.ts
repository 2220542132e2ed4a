/** The contract of a revenue line: what a folder of src/lines says about itself. The engine does everything else. */
import type { Product, Title } from '../catalog/product.ts'
import type { StepText } from '../pricing/price.ts'
import type { LineDemo } from './demo/demo.ts'
import type { LineReport } from './report.ts'

export interface Line {
  readonly id: string
  readonly title: Title
  readonly products: readonly Product[]
  /** Texts of the steps that the line itself adds to an explanation. */
  readonly stepTexts: Readonly<Record<string, StepText>>
  /** What the line calls the kinds of its own components. */
  readonly kindTexts?: Readonly<Record<string, StepText>>
  readonly report: LineReport
  /** What the demo world shows of the line. */
  readonly demo: LineDemo
}

export function defineLine(line: Line): Line {
  return line
}
