import { CheckOutlined } from '@ant-design/icons'
import type { Shapes } from '@recoup/sdk'
import { Alert, Descriptions, Form, Input, Steps } from 'antd'
import { Link, useParams } from 'react-router'
import { recoup, useGet, useMay, useMe } from '../../api.ts'
import { formatMoney } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { ActionForm } from '../../ui/ActionForm.tsx'
import { Actor } from '../../ui/Actor.tsx'
import { Approvals, whyNotApprove } from '../../ui/Approvals.tsx'
import { AuditTrail } from '../../ui/AuditTrail.tsx'
import { Id } from '../../ui/Id.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { PartyLink } from '../../ui/links.tsx'
import { Money } from '../../ui/Money.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { PendingPage } from '../../ui/PendingPage.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { PAYOUT_MOODS } from './payout-moods.ts'

type PayoutShape = Shapes['Payout']

/** One payout, from its creation to the bank's result. */
export default function Payout() {
  const { payout = '' } = useParams()
  const { t } = useTexts('payouts')
  const read = useGet('/v1/payouts/{payout}', { params: { path: { payout } } })
  if (read.data) return <PayoutView payout={read.data} />
  return <PendingPage of={read} title={t('payout')} back={{ to: '/payouts', label: t('title') }} rows={6} />
}

function PayoutView({ payout }: { readonly payout: PayoutShape }) {
  const { t, language } = useTexts('payouts')
  const me = useMe().data
  const { amount, status, id, failure, people, createdBy, approvedBy, party } = payout
  const whyNot = whyNotApprove(createdBy, approvedBy, me?.actor)
  const isReturned = status === 'returned'
  return (
    <Page
      title={t('titleOf', { amount: formatMoney(amount.amount, amount.currency, language), party })}
      tag={<StatusTag status={status} page="payouts" mood={PAYOUT_MOODS[status]} />}
      lead={<span className="mono">{id}</span>}
      back={{ to: '/payouts', label: t('title') }}
      actions={<Actions payout={payout} />}
    >
      {failure && (
        <Alert
          type="error"
          showIcon
          title={isReturned ? t('returned.title') : t('failed.title')}
          description={failure}
        />
      )}
      <Section>
        <Way payout={payout} />
      </Section>
      <Facts payout={payout} />
      {me?.party === null && status === 'created' && people > 0 && (
        <Approvals
          // The creator counts as the first approver; a schedule does not.
          needed={createdBy === null ? people : people - 1}
          approvals={approvedBy}
          note={whyNot && t(`whyNot.${whyNot}`)}
        />
      )}
      <AuditTrail subject={id} />
    </Page>
  )
}

/** The progress of the payout. */
function Way({ payout: { status, createdAt, approvedAt, sentAt, closedAt } }: { readonly payout: PayoutShape }) {
  const { t } = useTexts('payouts')
  const end = status === 'failed' || status === 'canceled' || status === 'returned' ? status : 'paid'
  const steps = [
    { key: 'created', at: createdAt },
    { key: 'approved', at: approvedAt },
    { key: 'sent', at: sentAt },
    { key: end, at: closedAt },
    // Skipped statuses are left out, such as that of the file for a payout without one.
  ].filter(({ at, key }) => closedAt === null || at !== null || key === end)
  const last = steps.findLastIndex(({ at }) => at !== null)
  return (
    <Steps
      size="small"
      current={status === 'paid' ? steps.length : last}
      status={end === 'paid' ? 'finish' : 'error'}
      items={steps.map(({ key, at }) => ({
        key,
        title: t(`status.${key}`),
        ...(at ? { content: <Instant at={at} /> } : {}),
      }))}
    />
  )
}

function Facts({ payout }: { readonly payout: PayoutShape }) {
  const { t } = useTexts('payouts')
  const { party, amount, recovered, heldBack, destination, createdBy, run, file, reference, note } = payout
  return (
    <Section>
      <Descriptions
        size="small"
        column={{ xs: 1, sm: 2, lg: 3 }}
        items={[
          { key: 'party', label: t('field.party'), children: <PartyLink party={party} /> },
          { key: 'amount', label: t('field.amount'), children: <Money {...amount} strong /> },
          { key: 'recovered', label: t('recovered'), children: <Money {...recovered} /> },
          { key: 'held', label: t('heldBack'), children: <Money {...heldBack} /> },
          { key: 'bank', label: t('destination'), children: destination ?? '–' },
          ...(createdBy
            ? [
                {
                  key: 'by',
                  label: t('createdBy'),
                  children: (
                    <span>
                      <Actor of={createdBy} />
                    </span>
                  ),
                },
              ]
            : []),
          ...(run ? [{ key: 'run', label: t('run'), children: run }] : []),
          ...(file
            ? [
                {
                  key: 'file',
                  label: t('file.title'),
                  children: (
                    <Link to={`/payouts?file=${file}`}>
                      <Id of={file} />
                    </Link>
                  ),
                },
              ]
            : []),
          ...(reference ? [{ key: 'reference', label: t('bankReference'), children: reference }] : []),
          ...(note ? [{ key: 'note', label: t('new.note'), children: note }] : []),
        ]}
      />
    </Section>
  )
}

/** The server decides which actions a status allows; this leaves out those it certainly refuses. */
function Actions({ payout }: { readonly payout: PayoutShape }) {
  const { t, language } = useTexts('payouts')
  const may = useMay()
  const actor = useMe().data?.actor
  const { id, status, amount, party, createdBy, approvedBy } = payout
  const params = { path: { payout: id } }
  const write = may('settlement:write')
  const whyNot = whyNotApprove(createdBy, approvedBy, actor)
  const words = { amount: formatMoney(amount.amount, amount.currency, language), party }
  return (
    <>
      {write && (status === 'created' || status === 'approved') && (
        <ActionForm
          label={t('cancel.label')}
          button={{ danger: true }}
          lead={t('cancel.lead', words)}
          danger
          done={t('cancel.done')}
          send={() => recoup.post('/v1/payouts/{payout}/cancel', { params })}
        />
      )}
      {may('settlement:approve') && status === 'created' && (
        <ActionForm
          label={t('approve.label')}
          button={{
            type: 'primary',
            icon: <CheckOutlined />,
            disabled: whyNot !== undefined,
            ...(whyNot ? { title: t(`whyNot.${whyNot}`) } : {}),
          }}
          lead={t('approve.lead', words)}
          done={t('approve.done')}
          send={() => recoup.post('/v1/payouts/{payout}/approve', { params })}
        />
      )}
      {write && status === 'paid' && <MarkReturned id={id} words={words} />}
      {write && (status === 'sent' || status === 'approved') && (
        <>
          <ActionForm<{ failure: string }>
            label={t('failed.label')}
            lead={t('failed.lead', words)}
            danger
            done={t('failed.done')}
            send={(body) => recoup.post('/v1/payouts/{payout}/failed', { params, body })}
          >
            <Form.Item
              name="failure"
              label={t('failed.why')}
              rules={[{ required: true, message: t('signIn.missing') }]}
            >
              <Input maxLength={200} />
            </Form.Item>
          </ActionForm>
          <ActionForm<{ reference?: string }>
            label={t('paid.label')}
            button={{ type: 'primary' }}
            lead={t('paid.lead', words)}
            done={t('paid.done')}
            send={({ reference }) =>
              recoup.post('/v1/payouts/{payout}/paid', {
                params,
                body: reference?.trim() ? { reference: reference.trim() } : {},
              })
            }
          >
            <Form.Item name="reference" label={t('bankReference')}>
              <Input maxLength={200} autoComplete="off" />
            </Form.Item>
          </ActionForm>
        </>
      )}
    </>
  )
}

function MarkReturned({ id, words }: { readonly id: string; readonly words: { amount: string; party: string } }) {
  const { t } = useTexts('payouts')
  return (
    <ActionForm<{ failure: string }>
      label={t('returned.label')}
      lead={t('returned.lead', words)}
      danger
      done={t('returned.done')}
      send={(body) => recoup.post('/v1/payouts/{payout}/returned', { params: { path: { payout: id } }, body })}
    >
      <Form.Item name="failure" label={t('failed.why')} rules={[{ required: true, message: t('signIn.missing') }]}>
        <Input maxLength={200} />
      </Form.Item>
    </ActionForm>
  )
}
