import { Alert, Descriptions } from 'antd'
import { useParams } from 'react-router'
import { recoup, useGet, useLineTitle } from '../../api.ts'
import { formatInstant } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { Actor } from '../../ui/Actor.tsx'
import { AuditTrail } from '../../ui/AuditTrail.tsx'
import { CsvButton } from '../../ui/CsvButton.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { PendingPage } from '../../ui/PendingPage.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { useTimeZone } from '../../ui/time-zone.ts'
import { Actions, BulkApprovals } from './Actions.tsx'
import { BulkPreview } from './BulkPreview.tsx'
import type { Bulk } from './bulk.ts'
import { Progress } from './Progress.tsx'
import { Rows } from './Rows.tsx'

/** Statuses in which the server is at work. */
const BUSY: readonly Bulk['status'][] = ['collecting', 'previewing', 'running']
const REFRESH_MS = 1_000

/** One bulk refund: its preview, approvals and progress. */
export default function BulkRefund() {
  const { bulk = '' } = useParams()
  const { t } = useTexts('bulk-refunds')
  const read = useGet(
    '/v1/bulk-refunds/{bulk}',
    { params: { path: { bulk } } },
    { refetchInterval: (data) => (!data || BUSY.includes(data.status) ? REFRESH_MS : false) },
  )
  if (read.data) return <BulkView bulk={read.data} />
  return <PendingPage of={read} title={t('bulk')} back={{ to: '/bulk-refunds', label: t('title') }} />
}

function BulkView({ bulk }: { readonly bulk: Bulk }) {
  const { t, term } = useTexts('bulk-refunds')
  const { id, status, reason, preview, failure } = bulk
  const approving = preview !== null && (status === 'ready' || status === 'approved')
  return (
    <Page
      title={t('titleOf', { reason: term('reason', reason) })}
      tag={<StatusTag status={status} page="bulk-refunds" />}
      lead={<span className="mono">{id}</span>}
      back={{ to: '/bulk-refunds', label: t('title') }}
      actions={
        <>
          <CsvButton
            files={[
              {
                key: 'rows',
                label: t('rows.title'),
                name: id,
                read: async () =>
                  (await recoup.get('/v1/bulk-refunds/{bulk}/results', {
                    params: { path: { bulk: id } },
                    parseAs: 'blob',
                  })) as unknown as Blob,
              },
            ]}
          />
          <Actions bulk={bulk} />
        </>
      }
    >
      {failure && <Alert type="error" showIcon title={t('failed')} description={failure} />}
      <Progress bulk={bulk} />
      {preview && (
        <div className={approving ? 'two-columns' : undefined}>
          <BulkPreview preview={preview} />
          {approving && <BulkApprovals bulk={bulk} />}
        </div>
      )}
      <Facts bulk={bulk} />
      <Rows bulk={bulk} />
      <AuditTrail subject={id} />
    </Page>
  )
}

function Facts({ bulk }: { readonly bulk: Bulk }) {
  const { t, term } = useTexts('bulk-refunds')
  const { source, reference, note, evidence, createdBy, createdAt, filter } = bulk
  const words = useFilterWords(filter)
  return (
    <Section>
      <Descriptions
        size="small"
        column={{ xs: 1, sm: 2, lg: 3 }}
        items={[
          {
            key: 'by',
            label: t('createdBy'),
            children: (
              <span>
                <Actor of={createdBy} />
              </span>
            ),
          },
          { key: 'at', label: t('field.created'), children: <Instant at={createdAt} /> },
          { key: 'source', label: t('source.title'), children: words ?? t(`source.${source}`) },
          ...(reference ? [{ key: 'reference', label: t('field.reference'), children: reference }] : []),
          ...(evidence.length > 0
            ? [
                {
                  key: 'evidence',
                  label: t('new.evidence'),
                  children: evidence.map((kind) => term('evidence', kind)).join(t('and')),
                },
              ]
            : []),
          ...(note ? [{ key: 'note', label: t('new.note'), children: note }] : []),
        ]}
      />
    </Section>
  )
}

/** The conditions of a filter in one line. */
function useFilterWords(filter: Bulk['filter']): string | undefined {
  const { t, language } = useTexts('bulk-refunds')
  const lineTitle = useLineTitle()
  const zone = useTimeZone()
  if (!filter) return undefined
  const { line, product, payer, payee, from, to } = filter
  const day = (instant: string) => (zone ? formatInstant(instant, language, zone, 'short') : instant)
  return [
    line && `${t('field.line')} ${lineTitle(line)}`,
    product && `${t('field.product')} ${product}`,
    payer && `${t('field.payer')} ${payer}`,
    payee && `${t('field.payee')} ${payee}`,
    from && t('since', { at: day(from) }),
    to && t('before', { at: day(to) }),
  ]
    .filter(Boolean)
    .join(t('and'))
}
