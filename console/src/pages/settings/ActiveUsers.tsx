import { PlusOutlined } from '@ant-design/icons'
import { DatePicker, Form, InputNumber } from 'antd'
import type { Dayjs } from 'dayjs'
import { recoup, useGet, useMay, useMe } from '../../api.ts'
import { formatNumber } from '../../format.ts'
import { todayIn } from '../../period.ts'
import { useTexts } from '../../texts.ts'
import { ActionForm } from '../../ui/ActionForm.tsx'
import { RowsTable } from '../../ui/DataTable.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Section } from '../../ui/Page.tsx'
import { useWholeNumber } from './whole-number.ts'

const MONTHS = 120
const PAGE = 12
const MAX_USERS = 10_000_000_000

/** The number of active users by month. Recoup itself knows paying users only. */
export function ActiveUsers() {
  const { t, language } = useTexts('settings')
  const may = useMay()
  const timeZone = useMe().data?.tenant.timeZone
  const to = timeZone && todayIn(timeZone).slice(0, 7)
  const query = { from: to ? monthsBefore(to, MONTHS - 1) : '', to: to ?? '' }
  const read = useGet('/v1/reports/active-users', { params: { query } }, { enabled: to !== undefined })
  return (
    <Section title={t('users.title')} extra={may('reports:write') && to && <Say until={to} />} flush>
      <Loaded of={read} rows={3}>
        {({ data }) => (
          <RowsTable
            rows={data.toSorted((a, b) => (a.month < b.month ? 1 : -1))}
            rowKey={({ month }) => month}
            label={t('users.title')}
            empty={t('users.none')}
            more={{ size: 'small', pagination: { pageSize: PAGE, hideOnSinglePage: true, showSizeChanger: false } }}
            columns={[
              { key: 'month', title: t('users.month'), render: ({ month }) => month },
              { key: 'at', title: t('changedAt'), render: ({ updatedAt }) => <Instant at={updatedAt} style="day" /> },
              {
                key: 'users',
                title: t('users.count'),
                align: 'right',
                render: ({ users }) => <span className="amount">{formatNumber(users, language)}</span>,
              },
            ]}
          />
        )}
      </Loaded>
    </Section>
  )
}

/** `2026-01` minus 2 is `2025-11`. */
function monthsBefore(month: string, count: number): string {
  const [year = 0, of = 1] = month.split('-').map(Number)
  const index = year * 12 + of - 1 - count
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** `until`: the current month, because later months have no figures. */
function Say({ until }: { readonly until: string }) {
  const { t } = useTexts('settings')
  const whole = useWholeNumber()
  const needed = [{ required: true, message: t('signIn.missing') }]
  return (
    <ActionForm<{ month: Dayjs; users: number }>
      label={t('users.say')}
      button={{ icon: <PlusOutlined /> }}
      lead={t('users.lead')}
      submit={t('action.save')}
      done={t('saved')}
      send={({ month, users }) =>
        recoup.put('/v1/reports/active-users', { body: { month: month.format('YYYY-MM'), users } })
      }
    >
      <Form.Item name="month" label={t('users.month')} rules={needed}>
        <DatePicker
          picker="month"
          disabledDate={(day: Dayjs) => day.format('YYYY-MM') > until}
          style={{ width: '100%' }}
        />
      </Form.Item>
      <Form.Item name="users" label={t('users.count')} rules={whole(0, MAX_USERS)}>
        <InputNumber style={{ width: '100%' }} />
      </Form.Item>
    </ActionForm>
  )
}
