import { UploadOutlined } from '@ant-design/icons'
import { Button, DatePicker, Form, Input, Select, Upload, type UploadFile } from 'antd'
import type { Dayjs } from 'dayjs'
import { useGet, useMay } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { ActionForm } from '../../ui/ActionForm.tsx'

/** A gateway and a day, as a form has them. */
export interface Which {
  readonly gateway: string
  readonly day: Dayjs
}

export function GatewayAndDay() {
  const { t } = useTexts('reconciliation')
  const maySee = useMay()('gateways:read')
  const { data, isError } = useGet('/v1/gateways', undefined, { enabled: maySee, staleTime: 60_000 })
  const required = [{ required: true, message: t('signIn.missing') }]
  return (
    <>
      <Form.Item name="gateway" label={t('gateway')} rules={required}>
        {maySee && !isError ? (
          <Select loading={!data} options={data?.data.map(({ name }) => ({ value: name, label: name }))} />
        ) : (
          <Input maxLength={32} autoComplete="off" />
        )}
      </Form.Item>
      <Form.Item name="day" label={t('day')} extra={t('dayLead')} rules={required}>
        <DatePicker style={{ width: '100%' }} />
      </Form.Item>
    </>
  )
}

interface Props {
  readonly label: string
  readonly title: string
  readonly lead: string
  readonly send: (query: { readonly gateway: string; readonly date: string }, file: Blob) => Promise<unknown>
}

/** Uploads the bill of a gateway and day. */
export function UploadBill({ label, title, lead, send }: Props) {
  const { t } = useTexts('reconciliation')
  return (
    <ActionForm<Which & { files: readonly UploadFile[] }>
      label={label}
      button={{ icon: <UploadOutlined /> }}
      title={title}
      lead={lead}
      submit={t('upload.submit')}
      done={t('upload.done')}
      send={({ gateway, day, files }) => send({ gateway, date: day.format('YYYY-MM-DD') }, files[0]!.originFileObj!)}
    >
      <GatewayAndDay />
      <Form.Item
        name="files"
        label={t('upload.file')}
        valuePropName="fileList"
        getValueFromEvent={({ fileList }: { fileList: UploadFile[] }) => fileList.slice(-1)}
        rules={[{ required: true, message: t('signIn.missing') }]}
      >
        <Upload beforeUpload={() => false} maxCount={1}>
          <Button icon={<UploadOutlined />}>{t('upload.choose')}</Button>
        </Upload>
      </Form.Item>
    </ActionForm>
  )
}
