import type { Shapes } from '@recoup/sdk'
import { App, Button, Form, InputNumber, Select, Switch } from 'antd'
import { recoup, useGet, useMay, useSend } from '../../api.ts'
import { codesOf, PAYOUT_HOLD_RULES, type PayoutHoldRule } from '../../api-codes.ts'
import { useTexts } from '../../texts.ts'
import { AmountInput, amountRule } from '../../ui/AmountInput.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Section } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { isWaiting } from '../../ui/waiting.ts'
import { useWholeNumber } from './whole-number.ts'

type Settings = Shapes['SettlementSettings']

/** Debt limits and the holds of single lines are left unchanged; they are set through the API. */
export function SettlementSettings() {
  const { t } = useTexts('settings')
  const read = useGet('/v1/settlement/settings')
  return (
    <Section
      title={t('settlement.title')}
      extra={
        read.data?.updatedAt && (
          <>
            {t('changedAt')} <Instant at={read.data.updatedAt} />
          </>
        )
      }
    >
      <Loaded of={read} rows={6}>
        {({ settings }) => <SettlementForm settings={settings} />}
      </Loaded>
    </Section>
  )
}

type Every = NonNullable<Settings['payouts']['schedule']>['every'] | 'never'
const EVERY = codesOf<Every>({ never: true, day: true, week: true, month: true })

interface Values {
  readonly writeOffTwoPeopleAbove: string
  readonly restoreAtPayout: boolean
  readonly every: Every
  readonly day?: number
  readonly minimum: string
  readonly twoPeopleAbove: string
  readonly destinationWaitHours: number
  readonly hold: PayoutHoldRule
  readonly holdDays?: number
}

const MAX_HOLD_DAYS = 400
const MAX_WAIT_HOURS = 720
const DEFAULT_WAIT_HOURS = 24
const LAST_DAY = { week: 7, month: 31 } as const

function valuesOf({ debts, payouts }: Settings): Values {
  const { schedule, hold } = payouts
  return {
    writeOffTwoPeopleAbove: debts.writeOffTwoPeopleAbove,
    restoreAtPayout: debts.restoreAtPayout,
    every: schedule?.every ?? 'never',
    ...(schedule?.day === undefined ? {} : { day: schedule.day }),
    minimum: payouts.minimum,
    twoPeopleAbove: payouts.twoPeopleAbove,
    destinationWaitHours: payouts.destinationWaitHours ?? DEFAULT_WAIT_HOURS,
    hold: hold.rule,
    ...('days' in hold ? { holdDays: hold.days } : {}),
  }
}

function settingsOf(values: Values, before: Settings): Settings {
  const { every, day, hold, holdDays, minimum, twoPeopleAbove, destinationWaitHours } = values
  const { restoreAtPayout, writeOffTwoPeopleAbove } = values
  return {
    debts: { ...before.debts, restoreAtPayout, writeOffTwoPeopleAbove },
    payouts: {
      ...before.payouts,
      minimum,
      twoPeopleAbove,
      destinationWaitHours,
      schedule: every === 'never' ? null : every === 'day' ? { every } : { every, day: day! },
      hold: (hold === 'none' ? { rule: hold } : { rule: hold, days: holdDays! }) as Settings['payouts']['hold'],
    },
  }
}

function SettlementForm({ settings }: { readonly settings: Settings }) {
  const { t } = useTexts('settings')
  const { t: common } = useTexts()
  const { message } = App.useApp()
  const whole = useWholeNumber()
  const fixed = !useMay()('settlement:approve')
  const [form] = Form.useForm<Values>()
  const { every, hold } = { ...valuesOf(settings), ...Form.useWatch([], form) }
  const save = useSend((body: Settings) => recoup.put('/v1/settlement/settings', { body }), ['/v1/settlement/settings'])
  const submit = (values: Values) =>
    save.mutateAsync(settingsOf(values, settings)).then(
      (answer) => void (isWaiting(answer) ? message.info(common('approvals.submitted')) : message.success(t('saved'))),
      () => {},
    )
  const amount = [amountRule(t('amountInvalid'), { required: true })]
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={fixed}
      initialValues={valuesOf(settings)}
      onFinish={(values) => void submit(values)}
    >
      <div className="field-grid">
        <Form.Item name="every" label={t('settlement.schedule')} extra={t('settlement.scheduleLead')}>
          <Select
            options={EVERY.map((value) => ({
              value,
              label: t(`settlement.every.${value}`),
            }))}
          />
        </Form.Item>
        {(every === 'week' || every === 'month') && (
          <Form.Item
            name="day"
            label={every === 'week' ? t('settlement.weekday') : t('settlement.monthday')}
            rules={whole(1, LAST_DAY[every])}
          >
            <InputNumber style={{ width: '100%' }} />
          </Form.Item>
        )}
        <Form.Item name="minimum" label={t('settlement.minimum')} rules={amount}>
          <AmountInput />
        </Form.Item>
        <Form.Item
          name="twoPeopleAbove"
          label={t('settlement.payoutTwoPeople')}
          extra={t('twoPeopleLead')}
          rules={amount}
        >
          <AmountInput />
        </Form.Item>
        <Form.Item
          name="destinationWaitHours"
          label={t('settlement.destinationWait')}
          extra={t('settlement.destinationWaitLead')}
          rules={whole(0, MAX_WAIT_HOURS)}
        >
          <InputNumber suffix={t('hours')} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="hold" label={t('settlement.hold')} extra={t('settlement.holdLead')}>
          <Select
            options={PAYOUT_HOLD_RULES.map((value) => ({
              value,
              label: t(`settlement.holds.${value}`),
            }))}
          />
        </Form.Item>
        {hold !== 'none' && (
          <Form.Item name="holdDays" label={t('settlement.holdDays')} rules={whole(1, MAX_HOLD_DAYS)}>
            <InputNumber suffix={t('days')} style={{ width: '100%' }} />
          </Form.Item>
        )}
        <Form.Item
          name="writeOffTwoPeopleAbove"
          label={t('settlement.writeOffTwoPeople')}
          extra={t('twoPeopleLead')}
          rules={amount}
        >
          <AmountInput />
        </Form.Item>
        <Form.Item
          name="restoreAtPayout"
          valuePropName="checked"
          label={t('settlement.restore')}
          extra={t('settlement.restoreLead')}
        >
          <Switch />
        </Form.Item>
      </div>
      {save.error && <ProblemAlert error={save.error} style={{ marginBottom: 16 }} />}
      {!fixed && (
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('action.save')}
        </Button>
      )}
    </Form>
  )
}
