/** The parts of echarts that the console uses, in a separate chunk that loads on demand (Chart.tsx). */
import { BarChart, LineChart, PieChart, SankeyChart } from 'echarts/charts'
import {
  DatasetComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

export type { EChartsType } from 'echarts/core'
export { init }

use([
  BarChart,
  DatasetComponent,
  GridComponent,
  LegendComponent,
  LineChart,
  MarkLineComponent,
  PieChart,
  SankeyChart,
  SVGRenderer,
  TooltipComponent,
])
