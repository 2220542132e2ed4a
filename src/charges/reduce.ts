/** Components that are reduced to what their account has, instead of refusing the charge. */
import { formatMicros, type Micros } from '../money/amount.ts'
import type { ChargeDraft, Component } from './draft.ts'

/**
 * Reduces components that allow it to what their account has, rounded down to whole quanta, and adds a step that says
 * so. Returns the same object if nothing was reduced.
 */
export function reduceToAvailable(draft: ChargeDraft, available: (component: Component) => Micros | null): ChargeDraft {
  const taken = new Map<string, Micros>()
  const reduce = (component: Component): Component => {
    if (component.whenShort !== 'reduce' || component.amount === 0n) return component
    const left = available(component)
    if (left === null) return component
    const spent = taken.get(component.from) ?? 0n
    const whole = left - spent > 0n ? left - spent - ((left - spent) % component.quantum) : 0n
    const amount = component.amount < whole ? component.amount : whole
    taken.set(component.from, spent + amount)
    if (amount === component.amount) return component
    const params = {
      account: component.from,
      wanted: formatMicros(component.amount, component.unit),
      given: formatMicros(amount, component.unit),
      unit: component.unit,
    }
    return { ...component, amount, why: [...component.why, { code: 'reduced_to_available', params }] }
  }
  const items = draft.items.map((item) => ({ ...item, components: item.components.map(reduce) }))
  const same = items.every(({ components }, i) => components.every((one, n) => one === draft.items[i]!.components[n]))
  return same ? draft : { ...draft, items }
}
