import { UploadOutlined } from '@ant-design/icons'
import type { Shapes } from '@recoup/sdk'
import { Alert, Button, Flex, Input, Modal, Typography, Upload } from 'antd'
import { useState } from 'react'
import { recoup, useSend } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { Id } from '../../ui/Id.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'

type Results = Shapes['PayoutResults']['results']

/** The maximum that the API accepts. */
const LONGEST = 1_000_000
const EXAMPLE = 'payout,outcome,reference,failure\npyt_…,paid,BANK-20261123-001,\npyt_…,failed,,…'

/** Imports bank results for many payouts as a table. Rows are processed independently, and repeating one changes nothing. */
export function BankResults() {
  const { t } = useTexts('payouts')
  const [open, setOpen] = useState(false)
  const [csv, setCsv] = useState('')
  const take = useSend((text: string) => recoup.post('/v1/payouts/results', { body: { csv: text } }))
  const close = () => {
    take.reset()
    setCsv('')
    setOpen(false)
  }
  return (
    <>
      <Button icon={<UploadOutlined />} onClick={() => setOpen(true)}>
        {t('results.label')}
      </Button>
      <Modal
        open={open}
        title={t('results.title')}
        onCancel={close}
        width={620}
        mask={{ closable: false }}
        destroyOnHidden
        footer={
          take.data ? (
            <Button type="primary" onClick={close}>
              {t('results.close')}
            </Button>
          ) : (
            <>
              <Button onClick={close}>{t('action.cancel')}</Button>
              <Button
                type="primary"
                disabled={csv.trim() === ''}
                loading={take.isPending}
                onClick={() => take.mutate(csv)}
              >
                {t('results.submit')}
              </Button>
            </>
          )
        }
      >
        {take.data ? (
          <Taken results={take.data.results} />
        ) : (
          <Flex vertical gap={12}>
            <span>{t('results.lead')}</span>
            <Input.TextArea
              className="mono"
              aria-label={t('results.table')}
              value={csv}
              onChange={({ target }) => setCsv(target.value)}
              placeholder={EXAMPLE}
              rows={8}
              maxLength={LONGEST}
              spellCheck={false}
            />
            <Upload
              accept=".csv,text/csv"
              showUploadList={false}
              beforeUpload={(file: File) => {
                void file.text().then(setCsv)
                return false
              }}
            >
              <Button icon={<UploadOutlined />}>{t('results.choose')}</Button>
            </Upload>
            {take.error && <ProblemAlert error={take.error} />}
          </Flex>
        )}
      </Modal>
    </>
  )
}

/** The number of imported rows, and the rejected rows with the reason. */
function Taken({ results }: { readonly results: Results }) {
  const { t } = useTexts('payouts')
  const refused = results.filter(({ problem }) => problem !== null)
  const of = (status: 'paid' | 'failed') => results.filter(({ result }) => result?.status === status).length
  return (
    <Flex vertical gap={12} role="status">
      <Alert
        type={refused.length === 0 ? 'success' : 'warning'}
        showIcon
        title={t('results.taken', { paid: String(of('paid')), failed: String(of('failed')) })}
        description={refused.length > 0 && t('results.refused', { count: refused.length })}
      />
      {refused.length > 0 && (
        <ul style={{ margin: 0, paddingInlineStart: 18, maxHeight: 260, overflowY: 'auto' }}>
          {refused.map(({ payout, detail, problem }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a table may name a payout twice
            <li key={place}>
              <Id of={payout} /> <Typography.Text type="secondary">{detail ?? problem}</Typography.Text>
            </li>
          ))}
        </ul>
      )}
    </Flex>
  )
}
