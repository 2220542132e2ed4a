import { FileProtectOutlined } from '@ant-design/icons'
import { Button, Descriptions, Modal, Typography } from 'antd'
import { useState } from 'react'
import { useGet } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { Instant } from '../../ui/Instant.tsx'
import { Loaded } from '../../ui/Loaded.tsx'

/** What payers need to view the charge themselves: number and secret, and a link that needs neither. */
export function Receipt({ charge }: { readonly charge: string }) {
  const { t } = useTexts('charges')
  const [open, setOpen] = useState(false)
  const read = useGet('/v1/charges/{charge}/receipt', { params: { path: { charge } } }, { enabled: open })
  const copy = (text: string, code = true) => (
    <Typography.Text className={code ? 'mono' : ''} copyable={{ text }} style={{ overflowWrap: 'anywhere' }}>
      {text}
    </Typography.Text>
  )
  return (
    <>
      <Button icon={<FileProtectOutlined />} onClick={() => setOpen(true)}>
        {t('receipt.label')}
      </Button>
      <Modal open={open} title={t('receipt.title')} onCancel={() => setOpen(false)} footer={null} destroyOnHidden>
        <Typography.Paragraph>{t('receipt.lead')}</Typography.Paragraph>
        <Loaded of={read} rows={3}>
          {({ number, secret, url, link, linkEndsAt }) => (
            <Descriptions
              size="small"
              column={1}
              items={[
                { key: 'number', label: t('receipt.number'), children: copy(number) },
                ...(secret ? [{ key: 'secret', label: t('receipt.secret'), children: copy(secret) }] : []),
                { key: 'url', label: t('receipt.page'), children: copy(url, false) },
                ...(link ? [{ key: 'link', label: t('receipt.link'), children: copy(link, false) }] : []),
                ...(linkEndsAt
                  ? [{ key: 'ends', label: t('receipt.until'), children: <Instant at={linkEndsAt} style="day" /> }]
                  : []),
              ]}
            />
          )}
        </Loaded>
      </Modal>
    </>
  )
}
