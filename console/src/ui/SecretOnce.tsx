import { Alert, Modal, Typography } from 'antd'
import type { ReactNode } from 'react'
import { useTexts } from '../texts.ts'

interface Props {
  /** Undefined: nothing is shown. */
  readonly secret: string | undefined
  readonly title: string
  /** The purpose of the secret, and what to do with it. */
  readonly lead: ReactNode
  readonly onClose: () => void
}

/** A secret that the server shows only once. A click outside does not close the dialog. */
export function SecretOnce({ secret, title, lead, onClose }: Props) {
  const { t } = useTexts()
  return (
    <Modal
      open={secret !== undefined}
      title={title}
      onOk={onClose}
      onCancel={onClose}
      okText={t('secret.saved')}
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
