import type { Shapes } from '@recoup/sdk'
import type { ReactNode } from 'react'
import { useTexts } from '../../texts.ts'
import { Instant } from '../../ui/Instant.tsx'
import { ChargeLink } from '../../ui/links.tsx'
import { Money } from '../../ui/Money.tsx'

interface Props {
  readonly line: Shapes['ReconciliationLine'] | null
  readonly side: 'here' | 'there'
}

type Amount = { readonly amount: string; readonly currency: string } | null

/** Ignores trailing zeros. */
const plain = (sum: Amount) => (sum ? sum.amount.replace(/\.?0+$/, '') : null)

/** One side of a difference. Values that differ from the other side are marked. */
export function Side({ line, side }: Props) {
  const { t, term } = useTexts('reconciliation')
  const own = line?.[side]
  if (!line) return t('roundings')
  if (!own) return <span className="differs">{t(`nothing.${side}`)}</span>
  const { here, there } = line
  const both = here !== null && there !== null
  // The two sides use different names for statuses, so statuses differ only if the class of the line says so.
  const differs = {
    amount: both && here.amount !== null && plain(here.amount) !== plain(there.amount),
    fee: both && here.fee !== null && there.fee !== null && plain(here.fee) !== plain(there.fee),
    status: both && line.class === 'status_differs',
  }
  return (
    <dl className="side">
      <Entry name={t('field.amount')} differs={differs.amount}>
        {own.amount ? <Money {...own.amount} /> : '–'}
      </Entry>
      <Entry name={t('fee')} differs={differs.fee}>
        {own.fee ? <Money {...own.fee} /> : '–'}
      </Entry>
      <Entry name={t('field.status')} differs={differs.status}>
        {term('lineStatus', own.status)}
      </Entry>
      {'at' in own && (
        <Entry name={t('field.time')}>
          <Instant at={own.at} />
        </Entry>
      )}
      {'charge' in own && own.charge && (
        <Entry name={t('field.charge')}>
          <ChargeLink charge={own.charge} />
        </Entry>
      )}
    </dl>
  )
}

function Entry(props: { readonly name: string; readonly differs?: boolean; readonly children: ReactNode }) {
  const { t } = useTexts('reconciliation')
  return (
    <>
      <dt>{props.name}</dt>
      <dd className={props.differs ? 'differs' : undefined} title={props.differs ? t('differs') : undefined}>
        {props.children}
      </dd>
    </>
  )
}
