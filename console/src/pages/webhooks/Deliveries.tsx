import type { Shapes } from '@recoup/sdk'
import { App, Button, Modal, Typography } from 'antd'
import { useState } from 'react'
import { recoup, useMay, useSend } from '../../api.ts'
import { codesOf } from '../../api-codes.ts'
import { useTexts } from '../../texts.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { ChoiceFilter, FilterBar, useFilters } from '../../ui/filters.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { MomentPicker } from '../../ui/MomentPicker.tsx'
import { Section } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { DeliveryDrawer } from './DeliveryDrawer.tsx'

type Delivery = Shapes['WebhookDelivery']
const STATUSES = codesOf<Delivery['status']>({ pending: true, succeeded: true, failed: true, canceled: true })
const REFRESH_MS = 3_000
const DAY_MS = 86_400_000

/** The deliveries of a webhook and their responses. */
export function Deliveries({ webhook }: { readonly webhook: Shapes['Webhook'] }) {
  const { t, term } = useTexts('webhooks')
  const may = useMay()
  const filters = useFilters(['status', 'delivery'])
  const status = filters.values.status as Delivery['status'] | undefined
  const [since, setSince] = useState(false)
  const columns: Column<Delivery>[] = [
    { key: 'time', title: t('field.time'), render: ({ createdAt }) => <Instant at={createdAt} /> },
    {
      key: 'type',
      title: t('event'),
      render: ({ id, type }) => (
        <Button type="link" style={{ padding: 0 }} onClick={() => filters.set({ delivery: id })}>
          {term('events', type)}
        </Button>
      ),
    },
    { key: 'status', title: t('field.status'), render: (row) => <StatusTag status={row.status} /> },
    { key: 'attempts', title: t('attempts'), align: 'right', render: ({ attempts }) => attempts },
    {
      key: 'answer',
      title: t('lastAnswer'),
      render: ({ log }) => {
        const last = log.at(-1)
        return last ? (last.code ?? last.error ?? '–') : '–'
      },
    },
    {
      key: 'next',
      title: t('next'),
      render: ({ nextAttemptAt }) => (nextAttemptAt ? <Instant at={nextAttemptAt} /> : '–'),
    },
  ]
  return (
    <Section
      title={t('deliveries')}
      flush
      extra={
        may('webhooks:write') && webhook.enabled && <Button onClick={() => setSince(true)}>{t('replay.many')}</Button>
      }
    >
      <div style={{ padding: 12 }}>
        <FilterBar of={filters}>
          <ChoiceFilter
            of={filters}
            name="status"
            label={t('field.status')}
            options={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
          />
        </FilterBar>
      </div>
      <DataTable
        path="/v1/webhooks/{webhook}/deliveries"
        init={{ params: { path: { webhook: webhook.id }, query: status ? { status } : {} } }}
        columns={columns}
        rowKey={({ id }) => id}
        label={t('deliveries')}
        empty={t('noDeliveries')}
        refresh={REFRESH_MS}
      />
      <DeliveryDrawer
        webhook={webhook}
        delivery={filters.values.delivery}
        onClose={() => filters.set({ delivery: undefined })}
      />
      <ReplaySince webhook={webhook.id} open={since} onClose={() => setSince(false)} />
    </Section>
  )
}

interface SinceProps {
  readonly webhook: string
  readonly open: boolean
  readonly onClose: () => void
}

/** Redelivers everything that failed or was canceled since a time, after an outage of the receiver. */
function ReplaySince({ webhook, open, onClose }: SinceProps) {
  const { t } = useTexts('webhooks')
  const { message } = App.useApp()
  const [since, setSince] = useState(() => new Date(Date.now() - DAY_MS).toISOString())
  const replay = useSend((from: string) =>
    recoup.post('/v1/webhooks/{webhook}/replay', { params: { path: { webhook } }, body: { since: from } }),
  )
  const go = () =>
    replay.mutateAsync(since).then(
      ({ replayed }) => {
        message.success(t('replay.done', { count: replayed }))
        onClose()
      },
      () => {},
    )
  return (
    <Modal
      open={open}
      title={t('replay.many')}
      okText={t('replay.do')}
      confirmLoading={replay.isPending}
      onOk={() => void go()}
      onCancel={onClose}
      destroyOnHidden
    >
      <Typography.Paragraph>{t('replay.lead')}</Typography.Paragraph>
      <MomentPicker label={t('replay.since')} value={since} onChange={(next) => next && setSince(next)} past />
      {replay.error && <ProblemAlert error={replay.error} style={{ marginTop: 12 }} />}
    </Modal>
  )
}
