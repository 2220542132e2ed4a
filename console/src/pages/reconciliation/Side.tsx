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

/** Zeros at the end say nothing. */
const plain = (sum: Amount) => (sum ? sum.amount.replace(/\.?0+$/, '') : null)

/** What one side has; where the other has something else, it is marked. */
export function Side({ line, side }: Props) {
  const { t, term } = useTexts('reconciliation')
  const own = line?.[side]
  if (!line) return t('roundings')
  if (!own) return <span className="differs">{t(`nothing.${side}`)}</span>
  const { here, there } = line
  const both = here !== null && there !== null
  // Both sides name states in words of their own: they only differ where the class of the line says so.
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
