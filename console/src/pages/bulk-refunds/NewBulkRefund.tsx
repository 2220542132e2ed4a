import { UploadOutlined } from '@ant-design/icons'
import { isRecoupError, RecoupError, type Shapes } from '@recoup/sdk'
import { Button, DatePicker, Flex, Form, Input, Progress, Radio, Select, Typography, Upload } from 'antd'
import type { Dayjs } from 'dayjs'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { recoup, useLines, useSend } from '../../api.ts'
import { codesOf, EVIDENCE_KINDS, type EvidenceKind, REFUND_REASONS, type RefundReason } from '../../api-codes.ts'
import { useTexts } from '../../texts.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { useTimeZone } from '../../ui/time-zone.ts'
import { instantOf } from '../../zone.ts'
import { type BulkRow, CHUNK, readList, readRows } from './rows.ts'

type Source = Shapes['BulkRefund']['source']
const SOURCES = codesOf<Source>({ list: true, filter: true })

interface Values {
  readonly source: Source
  readonly reason: RefundReason
  readonly evidence?: EvidenceKind[]
  readonly reference?: string
  readonly note?: string
  readonly list?: string
  readonly filter?: Readonly<Partial<Record<'line' | 'product' | 'payer' | 'payee', string>>>
  readonly days?: readonly [Dayjs | null, Dayjs | null] | null
}

/** Creates a bulk refund from a list or a filter. Nothing is refunded until its preview is approved. */
export default function NewBulkRefund() {
  const { t } = useTexts('bulk-refunds')
  const navigate = useNavigate()
  const [form] = Form.useForm<Values>()
  const { begin, sent } = useBegin((id) => void navigate(`/bulk-refunds/${id}`))
  const source = Form.useWatch('source', form) ?? 'list'
  return (
    <Page title={t('new.title')} lead={t('new.lead')} back={{ to: '/bulk-refunds', label: t('title') }}>
      <Section>
        <Form<Values>
          form={form}
          layout="vertical"
          requiredMark={false}
          style={{ maxWidth: 760 }}
          initialValues={{ source: 'list' }}
          onFinish={(values) => begin.mutate(values)}
        >
          <Form.Item
            name="reason"
            label={t('field.reason')}
            extra={t('new.reasonLead')}
            rules={[{ required: true, message: t('signIn.missing') }]}
          >
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={REFUND_REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
            />
          </Form.Item>
          <Form.Item name="source" label={t('new.which')}>
            <Radio.Group
              optionType="button"
              options={SOURCES.map((value) => ({ value, label: t(`source.${value}`) }))}
            />
          </Form.Item>
          {source === 'list' ? <ListFields /> : <FilterFields />}
          <Form.Item name="evidence" label={t('new.evidence')} extra={t('new.evidenceLead')}>
            <Select
              mode="multiple"
              options={EVIDENCE_KINDS.map((value) => ({ value, label: t(`evidence.${value}`) }))}
            />
          </Form.Item>
          <Form.Item name="reference" label={t('field.reference')}>
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
          <Form.Item name="note" label={t('new.note')}>
            <Input.TextArea rows={2} maxLength={2000} />
          </Form.Item>
          {begin.error && <ProblemAlert error={begin.error} style={{ marginBottom: 16 }} />}
          {begin.isPending && sent !== undefined && <Progress percent={sent} aria-label={t('new.sending')} />}
          <Button type="primary" htmlType="submit" loading={begin.isPending}>
            {t('new.submit')}
          </Button>
        </Form>
      </Section>
    </Page>
  )
}

/** What earlier attempts created, so that a corrected list goes into the same bulk refund. */
interface Made {
  readonly body: string
  readonly key: string
  id?: string
  /** The chunks already sent, as JSON. Accepted rows cannot change. */
  readonly taken: string[]
}

const cancel = (bulk: string) => recoup.post('/v1/bulk-refunds/{bulk}/cancel', { params: { path: { bulk } } })

/** Creates the bulk refund, sends its rows in chunks and starts the preview. A retry continues with the same one if possible. */
function useBegin(onReady: (id: string) => void) {
  const zone = useTimeZone()
  const [sent, setSent] = useState<number>()
  const { t } = useTexts('bulk-refunds')
  const before = useRef<Made>(undefined)
  const continued = async (body: string, chunks: readonly BulkRow[][]): Promise<Made> => {
    const last = before.current
    if (last?.body === body && last.taken.every((chunk, i) => chunk === JSON.stringify(chunks[i]))) return last
    before.current = { body, key: crypto.randomUUID(), taken: [] }
    // It refunded nothing, so it does no harm if it remains.
    if (last?.id !== undefined) await cancel(last.id).catch(() => {})
    return before.current
  }
  const begin = useSend(async (values: Values) => {
    const body = toBody(values, zone)
    const list = values.source === 'list' ? readList(values.list ?? '') : []
    const chunks = chunksOf(list.map(({ row }) => row))
    const made = await continued(JSON.stringify(body), chunks)
    const { id } = await recoup.post('/v1/bulk-refunds', { body, params: { header: { 'Idempotency-Key': made.key } } })
    made.id = id
    const path = { bulk: id }
    for (const [index, rows] of chunks.entries()) {
      const first = index * CHUNK + 1
      setSent(Math.round((100 * (first - 1)) / list.length))
      made.taken[index] = JSON.stringify(rows)
      try {
        await recoup.post('/v1/bulk-refunds/{bulk}/rows', { params: { path, query: { first } }, body: { rows } })
      } catch (error) {
        // Without a response, the chunk may have been accepted.
        if (isRecoupError(error) && error.status >= 400 && error.status < 500) made.taken.length = index
        if (!isRecoupError(error, 'bulk_row_invalid')) throw error
        const { number, reason } = error.params
        const line = list[Number(number) - 1]?.line
        throw line === undefined
          ? error
          : new RecoupError(error.status, {
              ...error.problem,
              detail: t('new.refused', { line, reason: String(reason) }),
            })
      }
    }
    if (values.source === 'list') await recoup.post('/v1/bulk-refunds/{bulk}/preview', { params: { path } })
    onReady(id)
  })
  return { begin, sent }
}

const chunksOf = (rows: readonly BulkRow[]): BulkRow[][] =>
  Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, i) => rows.slice(i * CHUNK, (i + 1) * CHUNK))

function ListFields() {
  const { t } = useTexts('bulk-refunds')
  const form = Form.useFormInstance<Values>()
  const count = readRows(Form.useWatch('list', form) ?? '').length
  const take = async (file: File) => form.setFieldValue('list', await file.text())
  return (
    <>
      <Form.Item
        name="list"
        label={t('new.list')}
        extra={t('new.listLead')}
        rules={[
          {
            validator: (_, value?: string) =>
              readRows(value ?? '').length > 0 ? Promise.resolve() : Promise.reject(new Error(t('new.listEmpty'))),
          },
        ]}
      >
        <Input.TextArea
          className="mono"
          rows={8}
          spellCheck={false}
          placeholder={'charge,amount,currency\nchg_…,12.50,CNY'}
        />
      </Form.Item>
      <Flex gap={12} align="center" wrap style={{ marginBottom: 24 }}>
        <Upload
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          showUploadList={false}
          beforeUpload={(file) => {
            void take(file)
            return false
          }}
        >
          <Button icon={<UploadOutlined />}>{t('new.file')}</Button>
        </Upload>
        <Typography.Text type="secondary">{t('new.rows', { count })}</Typography.Text>
      </Flex>
    </>
  )
}

function FilterFields() {
  const { t } = useTexts('bulk-refunds')
  const lines = useLines()
  return (
    <>
      <Typography.Paragraph type="secondary">{t('new.filterLead')}</Typography.Paragraph>
      <div className="fields">
        <Form.Item name={['filter', 'line']} label={t('field.line')}>
          <Select allowClear options={lines} />
        </Form.Item>
        <Form.Item name={['filter', 'product']} label={t('field.product')}>
          <Input maxLength={64} autoComplete="off" />
        </Form.Item>
        <Form.Item name={['filter', 'payer']} label={t('field.payer')}>
          <Input maxLength={64} autoComplete="off" />
        </Form.Item>
        <Form.Item name={['filter', 'payee']} label={t('field.payee')}>
          <Input maxLength={64} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="days"
          label={t('new.days')}
          dependencies={[
            ['filter', 'line'],
            ['filter', 'product'],
            ['filter', 'payer'],
            ['filter', 'payee'],
          ]}
          rules={[
            ({ getFieldsValue }) => ({
              validator: () => {
                const { filter = {}, days } = getFieldsValue(true) as Values
                const any = Object.values(filter).some(Boolean) || days?.some(Boolean)
                return any ? Promise.resolve() : Promise.reject(new Error(t('new.filterEmpty')))
              },
            }),
          ]}
        >
          <DatePicker.RangePicker allowEmpty={[true, true]} style={{ width: '100%' }} />
        </Form.Item>
      </div>
    </>
  )
}

/** From the start of the first day to the end of the last, in the tenant's time zone. */
function toBody({ source, reason, evidence, reference, note, filter = {}, days }: Values, zone: string | undefined) {
  const midnight = (day: Dayjs) => instantOf(`${day.format('YYYY-MM-DD')}T00:00:00`, zone!)
  const [from, to] = days ?? []
  const named = Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) => (value ? [[name, value.trim()]] : [])),
  )
  const times = { ...(from ? { from: midnight(from) } : {}), ...(to ? { to: midnight(to.add(1, 'day')) } : {}) }
  const body: Shapes['BulkRefundInput'] = {
    reason,
    ...(evidence?.length ? { evidence } : {}),
    ...(reference?.trim() ? { reference: reference.trim() } : {}),
    ...(note?.trim() ? { note: note.trim() } : {}),
    ...(source === 'filter' ? { filter: { ...named, ...times } } : {}),
  }
  return body
}
