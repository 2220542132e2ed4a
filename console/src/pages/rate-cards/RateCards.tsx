import { DiffOutlined, EditOutlined } from '@ant-design/icons'
import type { Shapes } from '@recoup/sdk'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useGet, useMay } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { type Column, RowsTable } from '../../ui/DataTable.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page, Section } from '../../ui/Page.tsx'

type Version = Shapes['RateCardSummary']

/** All versions of the rate card. Two can be compared, and each can be the start of a new version. */
export default function RateCards() {
  const { t } = useTexts('rate-cards')
  const versions = useGet('/v1/rate-cards')
  const mayPublish = useMay()('catalog:write')
  const [chosen, setChosen] = useState<readonly number[]>([])
  const [from, to] = chosen.toSorted((a, b) => a - b)
  const columns: Column<Version>[] = [
    {
      key: 'version',
      title: t('version'),
      render: ({ version }) => <Link to={`/rate-cards/${version}`}>{t('versionOf', { version })}</Link>,
    },
    {
      key: 'state',
      title: t('field.status'),
      render: (version) => <State version={version} />,
    },
    { key: 'effective', title: t('effectiveAt'), render: ({ effectiveAt }) => <Since at={effectiveAt} /> },
    { key: 'created', title: t('createdAt'), render: ({ createdAt }) => <Instant at={createdAt} /> },
    ...(mayPublish
      ? [
          {
            key: 'next',
            title: t('next'),
            render: ({ version }: Version) => <Link to={`/rate-cards/edit?from=${version}`}>{t('editFrom')}</Link>,
          },
        ]
      : []),
  ]
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          {from !== undefined && to !== undefined ? (
            <Link to={`/rate-cards/compare?from=${from}&to=${to}`}>
              <Button icon={<DiffOutlined />} tabIndex={-1}>
                {t('compareTwo', { from, to })}
              </Button>
            </Link>
          ) : (
            <Button icon={<DiffOutlined />} disabled title={t('compareHint')}>
              {t('compare')}
            </Button>
          )}
          {mayPublish && (
            <Link to="/rate-cards/edit">
              <Button type="primary" icon={<EditOutlined />} tabIndex={-1}>
                {t('edit')}
              </Button>
            </Link>
          )}
        </>
      }
    >
      <Section flush>
        <Loaded of={versions}>
          {({ data }) => (
            <RowsTable
              rows={data}
              columns={columns}
              rowKey={({ version }) => String(version)}
              label={t('title')}
              empty={t('none')}
              more={{
                rowSelection: {
                  hideSelectAll: true,
                  columnTitle: <span className="unseen">{t('compare')}</span>,
                  selectedRowKeys: chosen.map(String),
                  onChange: (keys) => setChosen(keys.map(Number).slice(-2)),
                  getCheckboxProps: ({ version }) => ({ 'aria-label': t('versionOf', { version }) }) as object,
                },
              }}
            />
          )}
        </Loaded>
      </Section>
    </Page>
  )
}

export function State({ version }: { readonly version: Pick<Version, 'inForce' | 'effectiveAt'> }) {
  const { t } = useTexts('rate-cards')
  if (version.inForce) return <span className="status status-good">{t('inForce')}</span>
  if (new Date(version.effectiveAt) > new Date()) return <span className="status status-busy">{t('scheduled')}</span>
  return <span className="status">{t('past')}</span>
}

/** The first card has no start: it prices everything before the second. */
export const isFromTheStart = (effectiveAt: string): boolean => Date.parse(effectiveAt) <= 0

function Since({ at }: { readonly at: string }) {
  const { t } = useTexts('rate-cards')
  return isFromTheStart(at) ? t('always') : <Instant at={at} />
}
