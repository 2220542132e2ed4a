import { CheckOutlined } from '@ant-design/icons'
import { isRecoupError } from '@recoup/sdk'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { recoup, useMay, useMe, useSend } from '../../api.ts'
import { formatMoney } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { ActionForm } from '../../ui/ActionForm.tsx'
import { useWhyNot } from './Approvals.tsx'
import { usePeople } from './RefundRequests.tsx'
import type { RequestInFull } from './request.ts'
import { DECLINE_REASONS, type DeclineReason, isWaiting } from './request-codes.ts'

interface Props {
  readonly request: RequestInFull
}

/** The actions that the status and the user's scopes allow. */
export function Actions({ request }: Props) {
  const may = useMay()
  const me = useMe().data
  const { status, appealed } = request
  const open = isWaiting(status)
  const write = may('requests:write')
  return (
    <>
      {write && me?.party === null && (open || status === 'approved') && <Assign request={request} />}
      {write && (open || status === 'approved') && <Withdraw request={request} />}
      {write && status === 'declined' && !appealed && <Appeal request={request} />}
      {may('requests:approve') && (open || status === 'approved') && <Decline request={request} />}
      {may('requests:approve') && status === 'requested' && <Approve request={request} />}
    </>
  )
}

function Approve({ request }: Props) {
  const { t, language } = useTexts('refund-requests')
  const client = useQueryClient()
  const { preview, id, payer } = request
  const whyNot = useWhyNot(request)
  const amount = preview ? formatMoney(preview.amount.amount, preview.amount.currency, language) : ''
  return (
    <ActionForm
      label={preview ? t('approve.label', { amount }) : t('approve.plain')}
      button={{
        type: 'primary',
        icon: <CheckOutlined />,
        disabled: whyNot !== undefined,
        ...(whyNot ? { title: whyNot } : {}),
      }}
      title={t('approve.title')}
      lead={t('approve.lead', { payer, amount })}
      done={t('approve.done')}
      send={async () => {
        try {
          const params = { path: { request: id } }
          await recoup.post('/v1/refund-requests/{request}/approve', { params, body: { previewHash: preview!.hash } })
        } catch (error) {
          // The page behind the dialog shows the new preview; confirming again approves that one.
          if (isRecoupError(error, 'refund_preview_stale')) await client.invalidateQueries()
          throw error
        }
      }}
    />
  )
}

function Decline({ request: { id } }: Props) {
  const { t } = useTexts('refund-requests')
  return (
    <ActionForm<{ code: DeclineReason; text?: string }>
      label={t('decline.label')}
      button={{ danger: true }}
      title={t('decline.title')}
      done={t('decline.done')}
      danger
      send={({ code, text }) =>
        recoup.post('/v1/refund-requests/{request}/decline', {
          params: { path: { request: id } },
          body: { code, ...(text?.trim() ? { text: text.trim() } : {}) },
        })
      }
    >
      <Form.Item name="code" label={t('field.reason')} rules={[{ required: true, message: t('signIn.missing') }]}>
        <Select options={DECLINE_REASONS.map((value) => ({ value, label: t(`declines.${value}`) }))} />
      </Form.Item>
      <Form.Item name="text" label={t('decline.text')} extra={t('decline.textLead')}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </ActionForm>
  )
}

function Assign({ request: { id, assignee } }: Props) {
  const { t } = useTexts('refund-requests')
  const me = useMe().data?.user
  const people = usePeople()
  const assign = (value: string | null) =>
    recoup.post('/v1/refund-requests/{request}/assign', {
      params: { path: { request: id } },
      body: { assignee: value },
    })
  const take = useSend(assign)
  if (me && assignee === null) {
    return (
      <Button loading={take.isPending} onClick={() => take.mutate(me.id)}>
        {t('assign.take')}
      </Button>
    )
  }
  if (people.length === 0) return null
  return (
    <ActionForm<{ assignee?: string }>
      label={t('assign.label')}
      done={t('assign.done')}
      submit={t('action.save')}
      {...(assignee ? { initial: { assignee } } : {})}
      send={(values) => assign(values.assignee ?? null)}
    >
      <Form.Item name="assignee" label={t('request.assignee')}>
        <Select allowClear options={people} placeholder={t('request.unassigned')} />
      </Form.Item>
    </ActionForm>
  )
}

function Withdraw({ request: { id } }: Props) {
  const { t } = useTexts('refund-requests')
  return (
    <ActionForm
      label={t('withdraw.label')}
      title={t('withdraw.title')}
      lead={t('withdraw.lead')}
      done={t('withdraw.done')}
      danger
      send={() => recoup.post('/v1/refund-requests/{request}/withdraw', { params: { path: { request: id } } })}
    />
  )
}

function Appeal({ request: { id } }: Props) {
  const { t } = useTexts('refund-requests')
  return (
    <ActionForm<{ text: string }>
      label={t('appeal.label')}
      title={t('appeal.title')}
      lead={t('appeal.lead')}
      done={t('appeal.done')}
      send={(body) => recoup.post('/v1/refund-requests/{request}/appeal', { params: { path: { request: id } }, body })}
    >
      <Form.Item name="text" label={t('appeal.text')} rules={[{ required: true, message: t('signIn.missing') }]}>
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
    </ActionForm>
  )
}
