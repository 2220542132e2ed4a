/** `recoup products`: lists the products. */
import type { Command } from 'commander'
import { openClient } from '../client.ts'
import { addCommand, type Context, runs } from '../command.ts'
import { ExitCode, UsageError } from '../exit-code.ts'
import { table } from '../screen.ts'

interface Product {
  readonly line: string
  readonly id: string
  readonly title: { readonly en: string; readonly zh: string }
  readonly lineTitle: { readonly en: string; readonly zh: string }
  readonly customer: string
  readonly priced: boolean
  readonly priceModels: readonly string[]
  readonly refundPolicies: readonly { readonly policy: { readonly windowDays: number | null } }[]
}

export function productsCommand(program: Command): void {
  const command = addCommand(program, 'products', 'List products by line', [
    ['products', 'with its price models and until when it can be given back'],
    ['products --line goods', 'of one line'],
    ['products --json', 'with the schemas of events and terms'],
  ]).option('--line <line>', 'filter by line')
  runs(command, products)
}

async function products({ settings, screen }: Context, { line }: { line?: string }): Promise<ExitCode> {
  const client = await openClient(settings)
  const { data } = await client.get<{ data: readonly Product[] }>('/v1/products')
  const found = data.filter((product) => line === undefined || product.line === line)
  if (found.length === 0) {
    throw new UsageError(`there is no line ${line}; known: ${[...new Set(data.map((each) => each.line))].join(', ')}`)
  }
  screen.answer({ data: found }, () => {
    const rows = found.map((product) => [
      `${product.line}/${product.id}`,
      product.title.en,
      product.title.zh,
      product.priced ? product.priceModels.join(', ') : 'not priced',
      product.customer,
      refundable(product),
    ])
    return table(['product', 'title', '', 'prices', 'customer', 'refundable'], rows)
  })
  return ExitCode.ok
}

function refundable({ refundPolicies }: Product): string {
  const days = [...new Set(refundPolicies.map(({ policy }) => policy.windowDays))]
  return days.map((each) => (each === null ? 'always' : `${each} days`)).join(', ')
}
