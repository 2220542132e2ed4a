import type { Shapes } from '@recoup/sdk'
import { App, Button, Form, InputNumber } from 'antd'
import { recoup, useGet, useMay, useSend } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { AmountInput, amountRule } from '../../ui/AmountInput.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Section } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { isWaiting } from '../../ui/waiting.ts'
import { useWholeNumber } from './whole-number.ts'

type Settings = Shapes['RefundRequestSettings']

const MAX_ANSWER_DAYS = 90

export function RequestSettings() {
  const { t } = useTexts('settings')
  const read = useGet('/v1/refund-requests/settings')
  return (
    <Section title={t('requests.title')}>
      <Loaded of={read} rows={3}>
        {(settings) => <RequestForm settings={settings} />}
      </Loaded>
    </Section>
  )
}

function RequestForm({ settings }: { readonly settings: Settings }) {
  const { t } = useTexts('settings')
  const { t: common } = useTexts()
  const { message } = App.useApp()
  const whole = useWholeNumber()
  const fixed = !useMay()('requests:approve')
  const save = useSend(
    (body: Settings) => recoup.put('/v1/refund-requests/settings', { body }),
    ['/v1/refund-requests/settings'],
  )
  const submit = (body: Settings) =>
    save.mutateAsync(body).then(
      (answer) => void (isWaiting(answer) ? message.info(common('approvals.submitted')) : message.success(t('saved'))),
      () => {},
    )
  return (
    <Form<Settings>
      layout="vertical"
      requiredMark={false}
      disabled={fixed}
      initialValues={settings}
      onFinish={(values) => void submit(values)}
    >
      <Form.Item
        name="answerDays"
        label={t('requests.answerDays')}
        extra={t('requests.answerDaysLead')}
        rules={whole(1, MAX_ANSWER_DAYS)}
      >
        <InputNumber suffix={t('days')} style={{ width: 160 }} />
      </Form.Item>
      <Form.Item
        name="bulkTwoPeopleAbove"
        label={t('requests.bulkTwoPeople')}
        extra={t('twoPeopleLead')}
        rules={[amountRule(t('amountInvalid'), { required: true })]}
      >
        <AmountInput style={{ width: 160 }} />
      </Form.Item>
      {save.error && <ProblemAlert error={save.error} style={{ marginBottom: 16 }} />}
      {!fixed && (
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('action.save')}
        </Button>
      )}
    </Form>
  )
}
