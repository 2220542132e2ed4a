import { useSearchParams } from 'react-router'
import { useGet } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { Changes } from './Changes.tsx'

/** What differs between two versions, in words. */
export default function Compare() {
  const { t } = useTexts('rate-cards')
  const [search] = useSearchParams()
  const from = Number(search.get('from'))
  const to = Number(search.get('to'))
  const diff = useGet('/v1/rate-cards/diff', { params: { query: { from, to } } })
  return (
    <Page title={t('compareTwo', { from, to })} back={{ to: '/rate-cards', label: t('title') }}>
      <Section title={t('changes')}>
        <Loaded of={diff}>{({ changes }) => <Changes changes={changes} />}</Loaded>
      </Section>
    </Page>
  )
}
