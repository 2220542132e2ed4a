import { EditOutlined } from '@ant-design/icons'
import { Button, Segmented, Typography } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { stringify } from 'yaml'
import { useGet, useMay } from '../../api.ts'
import { formatInstant } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { AuditTrail } from '../../ui/AuditTrail.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { useTimeZone } from '../../ui/time-zone.ts'
import { isFromTheStart, State } from './RateCards.tsx'

/** One version of the rate card, as YAML or JSON. */
export default function RateCard() {
  const { version = '' } = useParams()
  const { t, language } = useTexts('rate-cards')
  const timeZone = useTimeZone()
  const mayPublish = useMay()('catalog:write')
  const [format, setFormat] = useState<'YAML' | 'JSON'>('YAML')
  const card = useGet('/v1/rate-cards/{version}', { params: { path: { version: Number(version) } } })
  return (
    <Page
      title={t('versionOf', { version })}
      tag={card.data && <State version={card.data} />}
      lead={
        card.data &&
        (isFromTheStart(card.data.effectiveAt)
          ? t('always')
          : timeZone && t('since', { time: formatInstant(card.data.effectiveAt, language, timeZone, 'long') }))
      }
      back={{ to: '/rate-cards', label: t('title') }}
      actions={
        mayPublish && (
          <Link to={`/rate-cards/edit?from=${version}`}>
            <Button icon={<EditOutlined />} tabIndex={-1}>
              {t('editFrom')}
            </Button>
          </Link>
        )
      }
    >
      <Section
        extra={<Segmented aria-label={t('format')} value={format} options={['YAML', 'JSON']} onChange={setFormat} />}
        title={t('contents')}
      >
        <Loaded of={card} rows={20}>
          {({ currency, units, products }) => {
            const contents = { currency, ...(units && { units }), products }
            const text = format === 'YAML' ? stringify(contents, { lineWidth: 0 }) : JSON.stringify(contents, null, 2)
            return (
              <>
                <Typography.Text copyable={{ text }}>{t('copy')}</Typography.Text>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it can be scrolled */}
                <pre className="mono code" tabIndex={0}>
                  {text}
                </pre>
              </>
            )
          }}
        </Loaded>
      </Section>
      <AuditTrail subject={`rate-card ${version}`} />
    </Page>
  )
}
