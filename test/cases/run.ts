/**
 * Runs cases from a file through the engine: `npm run cases -- FILE …` (without FILE, our own copies). Prints one row
 * per area and the reason of every case that does not agree; the last line is one JSON object. Exit code 1 if a case
 * that every correct engine must meet differs; a differing convention is only reported.
 */
import { pathToFileURL } from 'node:url'
import { check, isFault, type Outcome, readCases } from './check.ts'

const own = ['billing.json', 'exchange.json', 'ads.json'].map((name) => new URL(name, import.meta.url))
const files = process.argv.slice(2).map((path) => pathToFileURL(path))

const outcomes = (files.length > 0 ? files : own).flatMap((file) => readCases(file).map(check))
const areas = [...new Set(outcomes.map(({ given }) => given.area))]
const tally = (list: readonly Outcome[]) => {
  const count = (verdict: Outcome['verdict']) => list.filter((one) => one.verdict === verdict).length
  return { agree: count('agree'), differ: count('differ'), notExpressible: count('not expressible') }
}

console.log(`${'area'.padEnd(14)}agree  differ  not expressible`)
for (const area of areas) {
  const { agree, differ, notExpressible } = tally(outcomes.filter(({ given }) => given.area === area))
  console.log(
    `${area.padEnd(14)}${String(agree).padStart(5)}${String(differ).padStart(8)}${String(notExpressible).padStart(17)}`,
  )
}
for (const { given, verdict, reason } of outcomes) {
  if (verdict === 'agree') continue
  console.log(
    `${given.id} ${given.area}/${given.model ?? given.title} (${given.kind ?? 'agree'}): ${verdict}: ${reason}`,
  )
}
const faults = outcomes.filter(isFault).map(({ given }) => given.id)
console.log(JSON.stringify({ cases: outcomes.length, ...tally(outcomes), faults }))
process.exitCode = faults.length > 0 ? 1 : 0
