import { Alert, Descriptions, Flex, Segmented, Spin } from 'antd'
import { Link, useParams } from 'react-router'
import { recoup, useGet } from '../../api.ts'
import { formatDay, formatNumber } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { Actor } from '../../ui/Actor.tsx'
import { AuditTrail } from '../../ui/AuditTrail.tsx'
import { CsvButton } from '../../ui/CsvButton.tsx'
import { useFilters } from '../../ui/filters.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { PendingPage } from '../../ui/PendingPage.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { Classes } from './Classes.tsx'
import { Differences } from './Differences.tsx'
import { Lines } from './Lines.tsx'
import type { Run } from './run.ts'

const REFRESH_MS = 1_000

/** The reconciliation of one day: what matches, what differs, and the proposed corrections. */
export default function Reconciliation() {
  const { reconciliation = '' } = useParams()
  const { t } = useTexts('reconciliation')
  const read = useGet(
    '/v1/reconciliations/{reconciliation}',
    { params: { path: { reconciliation } } },
    { refetchInterval: (data) => (!data || data.status === 'running' ? REFRESH_MS : false) },
  )
  if (read.data) return <RunView run={read.data} />
  return <PendingPage of={read} title={t('run')} back={{ to: '/reconciliation', label: t('title') }} />
}

function RunView({ run }: { readonly run: Run }) {
  const { t, language } = useTexts('reconciliation')
  const { id, gateway, date, status, lines } = run
  const path = { reconciliation: id }
  const file = (kind: 'differences' | 'lines') => ({
    key: kind,
    label: t(`csvOf.${kind}`),
    name: `${gateway}-${date}-${kind}`,
    read: async () =>
      (await recoup.get(`/v1/reconciliations/{reconciliation}/${kind}`, {
        params: { path, query: { format: 'csv' } },
        parseAs: 'blob',
      })) as unknown as Blob,
  })
  return (
    <Page
      title={`${gateway} · ${formatDay(date, language)}`}
      tag={<StatusTag status={status} page="reconciliation" />}
      lead={<span className="mono">{id}</span>}
      back={{ to: '/reconciliation', label: t('title') }}
      actions={<CsvButton files={status === 'completed' ? [file('differences'), file('lines')] : []} />}
    >
      <Notices run={run} />
      {status === 'running' && (
        <Section>
          <Flex gap={12} align="center" role="status">
            <Spin size="small" aria-hidden="true" />
            {t('reading', { lines: formatNumber(lines, language) })}
          </Flex>
        </Section>
      )}
      <Facts run={run} />
      {run.classes.length > 0 && <Classes run={run} />}
      {(status === 'completed' || status === 'superseded') && <Compared run={run} />}
      <AuditTrail subject={id} />
    </Page>
  )
}

function Notices({ run: { status, failure, changes } }: { readonly run: Run }) {
  const { t } = useTexts('reconciliation')
  return (
    <>
      {failure && (
        <Alert type="error" showIcon title={t('failed')} description={failure.message ?? failure.code} role="alert" />
      )}
      {status === 'superseded' && <Alert type="warning" showIcon title={t('superseded')} />}
      {changes && (
        <Alert
          type="info"
          showIcon
          title={t('changes', { appeared: String(changes.appeared), gone: String(changes.gone) })}
        />
      )}
    </>
  )
}

const VIEWS = ['differences', 'lines'] as const

/** A switch between the differences and all lines. */
function Compared({ run }: { readonly run: Run }) {
  const { t } = useTexts('reconciliation')
  const filters = useFilters(['view', 'outcome', 'class', 'state'])
  const view = filters.values.view === 'lines' ? 'lines' : 'differences'
  return (
    <Section
      title={view === 'lines' ? t('allLines') : t('differences')}
      extra={
        <Segmented
          aria-label={t('view')}
          value={view}
          options={VIEWS.map((value) => ({ value, label: value === 'lines' ? t('allLines') : t('differences') }))}
          onChange={(value) =>
            filters.set({
              ...{ view: value === 'lines' ? value : undefined },
              ...{ outcome: undefined, class: undefined, state: undefined },
            })
          }
        />
      }
    >
      {view === 'lines' ? (
        <Lines run={run} outcome={filters.values.outcome} onOutcome={(outcome) => filters.set({ outcome })} />
      ) : (
        <Differences run={run} />
      )}
    </Section>
  )
}

function Facts({ run }: { readonly run: Run }) {
  const { t, language } = useTexts('reconciliation')
  const { source, startedBy, startedAt, lines, timeZone, previous } = run
  return (
    <Section>
      <Descriptions
        size="small"
        column={{ xs: 1, sm: 2, lg: 3 }}
        items={[
          { key: 'lines', label: t('lines'), children: formatNumber(lines, language) },
          { key: 'source', label: t('source.title'), children: t(`source.${source}`) },
          { key: 'zone', label: t('zone'), children: timeZone },
          {
            key: 'by',
            label: t('startedBy'),
            children: (
              <span>
                <Actor of={startedBy} />
              </span>
            ),
          },
          { key: 'at', label: t('startedAt'), children: <Instant at={startedAt} /> },
          ...(previous
            ? [
                {
                  key: 'previous',
                  label: t('previous'),
                  children: <Link to={`/reconciliation/${previous}`}>{t('previousShow')}</Link>,
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}
