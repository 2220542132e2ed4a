import type { Shapes } from '@recoup/sdk'
import { Form, InputNumber, Modal, Typography } from 'antd'
import { useState } from 'react'
import { recoup, useSend } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'

interface Props {
  /** Undefined: closed. */
  readonly of: Shapes['ApiKey'] | undefined
  readonly onClose: () => void
  readonly onRotated: (key: Shapes['ApiKeyWithSecret']) => void
}

const DAY = 24
const LONGEST = 720

/** Replaces a key with a new one; the old one is accepted for some hours more. */
export function RotateKey({ of, onClose, onRotated }: Props) {
  const { t } = useTexts('keys')
  const [overlapHours, setOverlap] = useState(DAY)
  const rotate = useSend(
    (key: string) => recoup.post('/v1/keys/{key}/rotate', { params: { path: { key } }, body: { overlapHours } }),
    ['/v1/keys'],
  )
  const close = () => {
    rotate.reset()
    setOverlap(DAY)
    onClose()
  }
  const submit = async () => {
    const made = of && (await rotate.mutateAsync(of.id).catch(() => undefined))
    if (!made) return
    close()
    onRotated(made)
  }
  return (
    <Modal
      open={of !== undefined}
      title={t('rotate.title', { name: of?.name ?? '' })}
      okText={t('rotate.do')}
      confirmLoading={rotate.isPending}
      onOk={() => void submit()}
      onCancel={close}
      destroyOnHidden
    >
      <Typography.Paragraph>{t('rotate.detail')}</Typography.Paragraph>
      <Form layout="vertical">
        <Form.Item label={t('rotate.overlap')} htmlFor="overlap">
          <InputNumber
            id="overlap"
            min={0}
            max={LONGEST}
            precision={0}
            value={overlapHours}
            onChange={(hours) => setOverlap(hours ?? DAY)}
          />
        </Form.Item>
      </Form>
      {rotate.error && <ProblemAlert error={rotate.error} />}
    </Modal>
  )
}
