import { type Charge, isRecoupError, type RefundPreview, type Shapes } from '@recoup/sdk'
import { Alert, App, Button, Drawer, Flex, Typography } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { recoup, useSend } from '../../api.ts'
import { formatMoney } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { isWaiting } from '../../ui/waiting.ts'
import { Preview } from './Preview.tsx'
import { RefundForm } from './RefundForm.tsx'

type Ask = Shapes['RefundPreviewRequest']
type Words = Pick<Shapes['RefundRequest'], 'reason' | 'reference'>

/** The preview, and the idempotency key of its execution: pressing or sending twice makes one refund. */
interface Looked {
  readonly ask: Ask
  readonly words: Words
  readonly preview: RefundPreview
  readonly key: string
  /** Whether the preview changed since the previous one. */
  readonly renewed: boolean
}

interface Props {
  readonly charge: Charge
  readonly open: boolean
  readonly onClose: () => void
}

/** Refunds a charge in two steps: the request with its preview, then the execution of exactly that preview. */
export function RefundDrawer({ charge, open, onClose }: Props) {
  const { t, language } = useTexts('charges')
  const { message } = App.useApp()
  const [looked, setLooked] = useState<Looked>()
  const preview = useSend(
    ({ ask }: { ask: Ask; words: Words }) => recoup.post('/v1/refunds/preview', { body: ask }),
    [],
  )
  const refund = useSend(async ({ ask, words, preview: { hash }, key }: Looked) => {
    const body = { ...ask, ...words, previewHash: hash }
    return recoup.post('/v1/refunds', { body, params: { header: { 'Idempotency-Key': key } } })
  })
  const look = (ask: Ask, words: Words) =>
    preview.mutate(
      { ask, words },
      {
        // Unless the drawer was closed in the meantime.
        onSuccess: (seen) => setLooked({ ask, words, preview: seen, key: crypto.randomUUID(), renewed: false }),
      },
    )
  const change = () => {
    setLooked(undefined)
    refund.reset()
  }
  const close = () => {
    change()
    preview.reset()
    onClose()
  }
  const execute = async (now: Looked) => {
    try {
      const made = await refund.mutateAsync(now)
      if (isWaiting(made)) {
        message.info(t('approvals.submitted'))
        return close()
      }
      const { amount, status } = made
      if (status === 'pending') message.info(t('refund.pending'))
      else message.success(t('refund.done', { amount: formatMoney(amount.amount, amount.currency, language) }))
      close()
    } catch (error) {
      if (!isRecoupError(error, 'refund_preview_stale')) return
      refund.reset()
      setLooked({ ...now, preview: error.problem.preview as RefundPreview, key: crypto.randomUUID(), renewed: true })
    }
  }
  const refused = looked ? refund.error : preview.error
  const notice = useRef<HTMLDivElement>(null)
  // The form or the previous preview may have been scrolled.
  useEffect(() => {
    if (refused || looked) notice.current?.scrollIntoView({ block: 'nearest' })
  }, [refused, looked])
  const { amount } = looked?.preview ?? {}
  return (
    <Drawer
      open={open}
      onClose={close}
      title={t('refund.title')}
      size="min(640px, 100vw)"
      destroyOnHidden
      footer={
        looked &&
        amount && (
          <Flex justify="flex-end" gap={8}>
            <Button onClick={change}>{t('refund.change')}</Button>
            <Button type="primary" danger loading={refund.isPending} onClick={() => void execute(looked)}>
              {t('refund.execute', { amount: formatMoney(amount.amount, amount.currency, language) })}
            </Button>
          </Flex>
        )
      }
    >
      <div ref={notice}>
        {refused && <ProblemAlert error={refused} style={{ marginBottom: 16 }} />}
        {looked?.renewed && (
          <Alert type="warning" showIcon title={t('refund.stale')} style={{ marginBottom: 16 }} role="status" />
        )}
      </div>
      {looked && <Preview preview={looked.preview} charge={charge} />}
      {/* Stays mounted during the preview, so that editing starts from the previous input. */}
      <div hidden={looked !== undefined}>
        <Typography.Paragraph type="secondary">{t('refund.lead')}</Typography.Paragraph>
        <RefundForm charge={charge} busy={preview.isPending} onAsk={look} onChange={preview.reset} />
      </div>
    </Drawer>
  )
}
