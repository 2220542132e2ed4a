import { Alert, Modal, Typography } from 'antd'
import type { ReactNode } from 'react'
import { useTexts } from '../texts.ts'

interface Props {
  /** Undefined: nothing is shown. */
  readonly secret: string | undefined
  readonly title: string
  /** What it is for, and what to do with it. */
  readonly lead: ReactNode
  readonly onClose: () => void
}

/** A secret that the server shows this once: it stays until it is put away, and a click beside it doesn't close it. */
export function SecretOnce({ secret, title, lead, onClose }: Props) {
  const { t } = useTexts()
  return (
    <Modal
      open={secret !== undefined}
      title={title}
      onOk={onClose}
      onCancel={onClose}
      okText={t('secret.kept')}
      cancelButtonProps={{ style: { display: 'none' } }}
      mask={{ closable: false }}
      keyboard={false}
      closable={false}
    >
      <Typography.Paragraph>{lead}</Typography.Paragraph>
      <Typography.Paragraph className="mono secret" copyable={{ text: secret ?? '' }} data-secret="">
        {secret}
      </Typography.Paragraph>
      <Alert type="warning" showIcon title={t('secret.once')} />
    </Modal>
  )
}
