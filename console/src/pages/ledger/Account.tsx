import { Flex, Statistic } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useGet, useMay } from '../../api.ts'
import { formatMoney } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { namedAccount } from '../../ui/account.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { PartyLink } from '../../ui/links.tsx'
import { MomentPicker } from '../../ui/MomentPicker.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { Statement } from '../../ui/Statement.tsx'

/** One account: its balance now or at a past time, and its transfers. */
export default function Account() {
  const [search] = useSearchParams()
  const { t } = useTexts('ledger')
  const path = search.get('path') ?? ''
  const currency = search.get('currency') ?? ''
  const [party = ''] = path.split('/')
  const ledger = { to: '/ledger', label: t('title') }
  // A party may see its own account without access to the ledger.
  const ofParty = { to: `/parties/${encodeURIComponent(party)}`, label: party }
  const maySeeLedger = useMay()('ledger:read')
  return (
    <Page
      title={path}
      lead={
        <>
          {currency} · {t('field.party')} <PartyLink party={party} />
        </>
      }
      back={maySeeLedger ? ledger : ofParty}
    >
      <BalanceOf path={path} currency={currency} />
      <Section title={t('history')} flush>
        <Statement path={path} currency={currency} />
      </Section>
    </Page>
  )
}

function BalanceOf({ path, currency }: { readonly path: string; readonly currency: string }) {
  const { t, language } = useTexts('ledger')
  const [at, setAt] = useState<string>()
  const balance = useGet(
    '/v1/accounts/{party}/{purpose}',
    { params: { path: namedAccount(path), query: { currency, ...(at ? { at } : {}) } } },
    { keepPrevious: true },
  )
  return (
    <Section
      extra={<MomentPicker label={t('at')} placeholder={t('now')} value={at} onChange={setAt} past />}
      title={t('figure.balance')}
    >
      <Loaded of={balance} rows={1}>
        {(data) => (
          <Flex wrap gap="12px 40px">
            {(['balance', 'held', 'available', 'floor'] as const).map((name) => {
              const amount = data[name]
              if (amount === undefined || amount === null) return null
              return (
                <Statistic
                  key={name}
                  title={t(`figure.${name}`)}
                  valueRender={() => <span className="amount">{formatMoney(amount, currency, language)}</span>}
                  styles={{ content: { fontSize: 20 } }}
                />
              )
            })}
          </Flex>
        )}
      </Loaded>
    </Section>
  )
}
