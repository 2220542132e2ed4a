import { Empty } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { useGet } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { Changes } from './Changes.tsx'

/** The differences between the two versions in the URL, in words. */
export default function Compare() {
  const { t } = useTexts('rate-cards')
  const [search] = useSearchParams()
  const from = versionOf(search.get('from'))
  const to = versionOf(search.get('to'))
  const back = { to: '/rate-cards', label: t('title') }
  if (from !== undefined && to !== undefined) {
    return (
      <Page title={t('compareTwo', { from, to })} back={back}>
        <Comparison from={from} to={to} />
      </Page>
    )
  }
  return (
    <Page title={t('compare')} back={back}>
      <Section>
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('compareHint')}>
          <Link to={back.to}>{back.label}</Link>
        </Empty>
      </Section>
    </Page>
  )
}

function Comparison({ from, to }: { readonly from: number; readonly to: number }) {
  const { t } = useTexts('rate-cards')
  const diff = useGet('/v1/rate-cards/diff', { params: { query: { from, to } } })
  return (
    <Section title={t('changes')}>
      <Loaded of={diff}>{({ changes }) => <Changes changes={changes} />}</Loaded>
    </Section>
  )
}

const versionOf = (text: string | null): number | undefined =>
  text && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined
