import { type Charge, isRecoupError, type RefundPreview, type Shapes } from '@recoup/sdk'
import { Alert, App, Button, Drawer, Flex, Typography } from 'antd'
import { useEffect, useState } from 'react'
import { recoup, useSend } from '../../api.ts'
import { formatMoney } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { Preview } from './Preview.tsx'
import { RefundForm } from './RefundForm.tsx'

type Ask = Shapes['RefundPreviewRequest']
type Words = Pick<Shapes['RefundRequest'], 'reason' | 'reference'>

/** What was looked at, and the key under which it is done: pressed twice, or sent twice, it is one refund. */
interface Looked {
  readonly ask: Ask
  readonly words: Words
  readonly preview: RefundPreview
  readonly key: string
  /** The world changed since the one before. */
  readonly renewed: boolean
}

interface Props {
  readonly charge: Charge
  readonly open: boolean
  readonly onClose: () => void
}

/** From what is asked for, over what it would do, to doing exactly that. */
export function RefundDrawer({ charge, open, onClose }: Props) {
  const { t, language } = useTexts('charges')
  const { message } = App.useApp()
  const [looked, setLooked] = useState<Looked>()
  useEffect(() => {
    if (!open) setLooked(undefined)
  }, [open])

  const preview = useSend(async ({ ask, words }: { ask: Ask; words: Words }) => {
    const seen = await recoup.post('/v1/refunds/preview', { body: ask })
    setLooked({ ask, words, preview: seen, key: crypto.randomUUID(), renewed: false })
  }, [])
  const refund = useSend(async ({ ask, words, preview: { hash }, key }: Looked) => {
    const body = { ...ask, ...words, previewHash: hash }
    return recoup.post('/v1/refunds', { body, params: { header: { 'Idempotency-Key': key } } })
  })
  const execute = async (now: Looked) => {
    try {
      const { amount } = await refund.mutateAsync(now)
      message.success(t('refund.done', { amount: formatMoney(amount.amount, amount.currency, language) }))
      onClose()
    } catch (error) {
      if (!isRecoupError(error, 'refund_preview_stale')) return
      refund.reset()
      setLooked({ ...now, preview: error.problem.preview as RefundPreview, key: crypto.randomUUID(), renewed: true })
    }
  }
  const { amount } = looked?.preview ?? {}
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={t('refund.title')}
      size="min(640px, 100vw)"
      destroyOnHidden
      footer={
        looked &&
        amount && (
          <Flex justify="flex-end" gap={8}>
            <Button onClick={() => setLooked(undefined)}>{t('refund.change')}</Button>
            <Button type="primary" danger loading={refund.isPending} onClick={() => void execute(looked)}>
              {t('refund.execute', { amount: formatMoney(amount.amount, amount.currency, language) })}
            </Button>
          </Flex>
        )
      }
    >
      {looked?.renewed && (
        <Alert type="warning" showIcon title={t('refund.stale')} style={{ marginBottom: 16 }} role="status" />
      )}
      {looked ? (
        <Preview preview={looked.preview} charge={charge} />
      ) : (
        <>
          <Typography.Paragraph type="secondary">{t('refund.lead')}</Typography.Paragraph>
          <RefundForm charge={charge} busy={preview.isPending} onAsk={(ask, words) => preview.mutate({ ask, words })} />
        </>
      )}
      {preview.error && !looked && <ProblemAlert error={preview.error} style={{ marginTop: 16 }} />}
      {refund.error && looked && <ProblemAlert error={refund.error} style={{ marginTop: 16 }} />}
    </Drawer>
  )
}
