import { DownloadOutlined } from '@ant-design/icons'
import type { Init } from '@recoup/sdk'
import { DatePicker, Form, Radio, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { recoup } from '../../api.ts'
import { codesOf } from '../../api-codes.ts'
import { useTexts } from '../../texts.ts'
import { ActionForm } from '../../ui/ActionForm.tsx'
import { saveFile } from '../../ui/save-file.ts'

type Query = NonNullable<Init<'/v1/ledger/export', 'get'>>['params']['query']
type Externals = NonNullable<Query['externals']>
type Units = NonNullable<Query['units']>

const EXTENSIONS: Readonly<Record<Query['format'], string>> = { csv: 'csv', hledger: 'journal', beancount: 'beancount' }
const FORMATS = codesOf<Query['format']>(EXTENSIONS)
const EXTERNALS = codesOf<Externals>({ one: true, each: true })
const UNITS = codesOf<Units>({ money: true, other: true, all: true })
const PERIODS = ['month', 'range', 'whole'] as const

interface Values {
  readonly format: Query['format']
  readonly period: (typeof PERIODS)[number]
  readonly month?: Dayjs
  readonly range?: readonly [Dayjs, Dayjs]
  readonly externals: Externals
  readonly units: Units
}

/** The days of the tenant's time zone: pickers handle days without a zone. */
function daysOf({ period, month, range }: Values): Pick<Query, 'from' | 'to'> {
  if (period === 'month' && month) {
    return { from: month.format('YYYY-MM'), to: month.add(1, 'month').format('YYYY-MM') }
  }
  if (period === 'range' && range) {
    return { from: range[0].format('YYYY-MM-DD'), to: range[1].add(1, 'day').format('YYYY-MM-DD') }
  }
  return {}
}

/** Downloads the ledger, or a period of it, as a file for another program. */
export function ExportLedger() {
  const { t } = useTexts('ledger')
  const download = async (values: Values) => {
    const { format, externals, units } = values
    const days = daysOf(values)
    const query = { format, externals, units, ...days }
    const file = await recoup.get('/v1/ledger/export', { params: { query }, parseAs: 'blob' })
    const name = ['ledger', ...(days.from ? [days.from] : [])].join('-')
    saveFile(file, `${name}.${EXTENSIONS[format]}`)
  }
  return (
    <ActionForm<Values>
      label={t('export.do')}
      button={{ icon: <DownloadOutlined /> }}
      title={t('export.title')}
      lead={t('export.lead')}
      submit={t('export.submit')}
      done={t('export.done')}
      initial={{
        format: 'csv',
        period: 'month',
        month: dayjs().subtract(1, 'month'),
        externals: 'one',
        units: 'money',
      }}
      send={download}
    >
      <Form.Item name="format" label={t('export.format')}>
        <Select options={FORMATS.map((value) => ({ value, label: t(`export.formats.${value}`) }))} />
      </Form.Item>
      <Form.Item name="period" label={t('export.period')}>
        <Radio.Group
          optionType="button"
          options={PERIODS.map((value) => ({ value, label: t(`export.periods.${value}`) }))}
        />
      </Form.Item>
      <Days />
      <Form.Item name="externals" label={t('export.externals')}>
        <Select options={EXTERNALS.map((value) => ({ value, label: t(`export.externalsOf.${value}`) }))} />
      </Form.Item>
      <Form.Item name="units" label={t('export.units')}>
        <Select options={UNITS.map((value) => ({ value, label: t(`export.unitsOf.${value}`) }))} />
      </Form.Item>
    </ActionForm>
  )
}

function Days() {
  const { t } = useTexts('ledger')
  const period = Form.useWatch<Values['period'] | undefined>('period')
  const rules = [{ required: true, message: t('export.missing') }]
  if (period === 'month') {
    return (
      <Form.Item name="month" label={t('export.month')} rules={rules}>
        <DatePicker picker="month" style={{ width: '100%' }} />
      </Form.Item>
    )
  }
  if (period === 'range') {
    return (
      <Form.Item name="range" label={t('export.range')} rules={rules}>
        <DatePicker.RangePicker style={{ width: '100%' }} />
      </Form.Item>
    )
  }
  return null
}
