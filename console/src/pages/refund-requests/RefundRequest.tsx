import { Alert, Descriptions } from 'antd'
import { useParams } from 'react-router'
import { useGet, useLineTitle, useMay } from '../../api.ts'
import { formatMoney } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { Actor } from '../../ui/Actor.tsx'
import { AuditTrail } from '../../ui/AuditTrail.tsx'
import { Explanation } from '../../ui/Explanation.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { ChargeLink, PartyLink } from '../../ui/links.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { PendingPage } from '../../ui/PendingPage.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { Preview } from '../charges/Preview.tsx'
import { Actions } from './Actions.tsx'
import { RequestApprovals } from './Approvals.tsx'
import { Comments } from './Comments.tsx'
import { Decision } from './Decision.tsx'
import { Evidence } from './Evidence.tsx'
import { Facts } from './Facts.tsx'
import { History } from './History.tsx'
import { Due } from './RefundRequests.tsx'
import type { RequestInFull } from './request.ts'
import { isWaiting } from './request-codes.ts'

/** One refund request: its content, the policy's decision, approvals and outcome. */
export default function RefundRequest() {
  const { request = '' } = useParams()
  const { t } = useTexts('refund-requests')
  const read = useGet('/v1/refund-requests/{request}', { params: { path: { request } } })
  if (read.data) return <RequestView request={read.data} />
  return (
    <PendingPage of={read} title={t('request.title')} back={{ to: '/refund-requests', label: t('title') }} rows={10} />
  )
}

function RequestView({ request }: { readonly request: RequestInFull }) {
  const { t, term, language } = useTexts('refund-requests')
  const { decision, asked, status } = request
  const sum = asked.amount ?? (/[1-9]/.test(decision.amount.amount) ? decision.amount : undefined)
  return (
    <Page
      title={
        sum
          ? t('request.titleOf', { amount: formatMoney(sum.amount, sum.currency, language) })
          : `${t('request.title')}: ${term('reason', request.reason)}`
      }
      tag={<StatusTag status={status} page="refund-requests" />}
      lead={<span className="mono">{request.id}</span>}
      back={{ to: '/refund-requests', label: t('title') }}
      actions={<Actions request={request} />}
    >
      <Outcome request={request} />
      <Asked request={request} />
      <div className="two-columns">
        <Section title={t('decision.title')} extra={isWaiting(status) && <Facts request={request} />}>
          <Decision decision={decision} />
          <div style={{ marginTop: 12 }}>
            <Explanation explanation={request.explanation} />
          </div>
        </Section>
        <div style={{ display: 'grid', gap: 16, minWidth: 0 }}>
          {isWaiting(status) && <RequestApprovals request={request} />}
          <Evidence request={request} />
        </div>
      </div>
      <Moves request={request} />
      <div className="two-columns">
        <Section title={t('history.title')}>
          <History request={request} />
        </Section>
        <Comments request={request} />
      </div>
      <AuditTrail subject={request.id} />
    </Page>
  )
}

/** The reason if the request failed or was declined. */
function Outcome({ request: { decline, failure } }: { readonly request: RequestInFull }) {
  const { t, term } = useTexts('refund-requests')
  if (failure) return <Alert type="error" showIcon title={t('request.failed')} description={term('failure', failure)} />
  if (!decline) return null
  const { code, text, by } = decline
  return (
    <Alert
      type="warning"
      showIcon
      title={
        by === 'policy' ? (
          t('request.declinedByPolicy')
        ) : by ? (
          <>
            {t('request.declinedBy')} <Actor of={by} />
          </>
        ) : (
          t('status.declined')
        )
      }
      description={text ?? term('declines', code)}
    />
  )
}

function Asked({ request }: { readonly request: RequestInFull }) {
  const { t, term, language } = useTexts('refund-requests')
  const lineTitle = useLineTitle()
  const { asked, askedBy, assignee, note, reference } = request
  const what = asked.items
    ? asked.items
        .map(({ id, quantity, amount }) =>
          amount
            ? t('asked.itemAmount', { item: id, amount: formatMoney(amount.amount, amount.currency, language) })
            : t('asked.itemQuantity', { item: id, quantity: quantity ?? '…' }),
        )
        .join(t('and'))
    : asked.amount
      ? formatMoney(asked.amount.amount, asked.amount.currency, language)
      : t('asked.whole')
  return (
    <Section>
      <Descriptions
        size="small"
        column={{ xs: 1, sm: 2, lg: 3, xl: 4 }}
        items={[
          { key: 'charge', label: t('field.charge'), children: <ChargeLink charge={request.charge} /> },
          { key: 'payer', label: t('field.payer'), children: <PartyLink party={request.payer} /> },
          {
            key: 'payee',
            label: t('field.payee'),
            children: request.payee ? <PartyLink party={request.payee} /> : '–',
          },
          { key: 'line', label: t('field.line'), children: lineTitle(request.line) },
          { key: 'what', label: t('request.asked'), children: what },
          { key: 'reason', label: t('field.reason'), children: term('reason', request.reason) },
          { key: 'asker', label: t('request.asker'), children: term('asker', request.asker) },
          ...(askedBy ? [{ key: 'by', label: t('request.askedBy'), children: <ActorSpan of={askedBy} /> }] : []),
          { key: 'at', label: t('request.askedAt'), children: <Instant at={request.askedAt} /> },
          { key: 'due', label: t('request.dueAt'), children: <Due request={request} /> },
          {
            key: 'assignee',
            label: t('request.assignee'),
            children: assignee ? <ActorSpan of={`user ${assignee}`} /> : t('request.unassigned'),
          },
          ...(reference ? [{ key: 'reference', label: t('field.reference'), children: reference }] : []),
          ...(note ? [{ key: 'note', label: t('request.note'), children: note }] : []),
        ]}
      />
    </Section>
  )
}

/** One element, because antd's descriptions would drop the space between the words. */
function ActorSpan({ of }: { readonly of: string }) {
  return (
    <span>
      <Actor of={of} />
    </span>
  )
}

/** The transfers that approval would make. */
function Moves({ request: { preview, charge } }: { readonly request: RequestInFull }) {
  const { t } = useTexts('refund-requests')
  const may = useMay()
  const read = useGet(
    '/v1/charges/{charge}',
    { params: { path: { charge } } },
    { enabled: preview !== null && may('charges:read') },
  )
  if (!preview || !may('charges:read')) return null
  return (
    <Section title={t('request.moves')}>
      <Loaded of={read}>{(data) => <Preview preview={preview} charge={data} />}</Loaded>
    </Section>
  )
}
