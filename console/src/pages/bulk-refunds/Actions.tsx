import { CaretRightOutlined, CheckOutlined, PauseOutlined } from '@ant-design/icons'
import { isRecoupError } from '@recoup/sdk'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { recoup, useMay, useMe, useSend } from '../../api.ts'
import { formatMoney } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { ActionForm } from '../../ui/ActionForm.tsx'
import { Approvals, whyNotApprove } from '../../ui/Approvals.tsx'
import type { Bulk } from './bulk.ts'

interface Props {
  readonly bulk: Bulk
}

const FINAL: readonly Bulk['status'][] = ['done', 'cancelled', 'failed']

/** The actions that the current status allows. */
export function Actions({ bulk }: Props) {
  const { t } = useTexts('bulk-refunds')
  const may = useMay()
  const { status, rows } = bulk
  const write = may('requests:write')
  return (
    <>
      {write && status === 'ready' && <Step bulk={bulk} step="preview" label={t('act.again')} />}
      {write && status === 'running' && (
        <Step bulk={bulk} step="pause" label={t('act.pause')} icon={<PauseOutlined />} />
      )}
      {write && status === 'paused' && (
        <Step bulk={bulk} step="resume" label={t('act.resume')} icon={<CaretRightOutlined />} primary />
      )}
      {write && !FINAL.includes(status) && (
        <ActionForm
          label={t('act.cancel')}
          title={t('act.cancelTitle')}
          lead={t('act.cancelLead', { count: rows.refunded })}
          button={{ danger: true }}
          danger
          done={t('act.cancelled')}
          send={() => recoup.post('/v1/bulk-refunds/{bulk}/cancel', { params: { path: { bulk: bulk.id } } })}
        />
      )}
      {may('requests:approve') && status === 'ready' && <Approve bulk={bulk} />}
      {write && status === 'approved' && <Run bulk={bulk} />}
    </>
  )
}

interface StepProps extends Props {
  readonly step: 'preview' | 'pause' | 'resume'
  readonly label: string
  readonly icon?: React.ReactNode
  readonly primary?: boolean
}

/** An action that moves no money needs no confirmation. */
function Step({ bulk: { id }, step, label, icon, primary = false }: StepProps) {
  const { message } = App.useApp()
  const act = useSend(() => recoup.post(`/v1/bulk-refunds/{bulk}/${step}`, { params: { path: { bulk: id } } }))
  return (
    <Button
      icon={icon}
      type={primary ? 'primary' : 'default'}
      loading={act.isPending}
      onClick={() => act.mutate(undefined, { onError: (error) => void message.error(error.message) })}
    >
      {label}
    </Button>
  )
}

function useSums({ preview }: Bulk): string {
  const { t, language } = useTexts('bulk-refunds')
  return (preview?.totals ?? []).map(({ amount, currency }) => formatMoney(amount, currency, language)).join(t('and'))
}

function Approve({ bulk }: Props) {
  const { t } = useTexts('bulk-refunds')
  const client = useQueryClient()
  const whyNot = whyNotApprove(bulk.createdBy, bulk.approvals, useMe().data?.actor)
  const sums = useSums(bulk)
  return (
    <ActionForm
      label={t('approve.label')}
      button={{
        type: 'primary',
        icon: <CheckOutlined />,
        disabled: whyNot !== undefined || bulk.rows.ready === 0,
        ...(whyNot ? { title: t(`whyNot.${whyNot}`) } : {}),
      }}
      title={t('approve.title')}
      lead={t('approve.lead', { sums, count: bulk.rows.ready })}
      done={t('approve.done')}
      send={async () => {
        try {
          await recoup.post('/v1/bulk-refunds/{bulk}/approve', {
            params: { path: { bulk: bulk.id } },
            body: { previewHash: bulk.preview!.hash },
          })
        } catch (error) {
          if (isRecoupError(error, 'refund_preview_stale')) await client.invalidateQueries()
          throw error
        }
      }}
    />
  )
}

function Run({ bulk }: Props) {
  const { t } = useTexts('bulk-refunds')
  const sums = useSums(bulk)
  return (
    <ActionForm
      label={t('run.label')}
      button={{ type: 'primary', icon: <CaretRightOutlined /> }}
      title={t('run.title')}
      lead={t('run.lead', { sums, count: bulk.rows.ready })}
      submit={t('run.submit')}
      danger
      done={t('run.done')}
      send={() => recoup.post('/v1/bulk-refunds/{bulk}/run', { params: { path: { bulk: bulk.id } } })}
    />
  )
}

/** The approvals, and why the viewer cannot approve. */
export function BulkApprovals({ bulk }: Props) {
  const { t } = useTexts('bulk-refunds')
  const may = useMay()
  const whyNot = whyNotApprove(bulk.createdBy, bulk.approvals, useMe().data?.actor)
  return (
    <Approvals
      needed={bulk.preview?.approvals ?? 1}
      approvals={bulk.approvals}
      note={bulk.status === 'ready' && may('requests:approve') && whyNot && t(`whyNot.${whyNot}`)}
    />
  )
}
