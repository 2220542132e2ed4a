import type { Shapes } from '@recoup/sdk'
import { App, Button, Form, InputNumber, Select, Switch } from 'antd'
import { recoup, useGet, useMay, useSend } from '../../api.ts'
import { codesOf } from '../../api-codes.ts'
import { useTexts } from '../../texts.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { Section } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { isWaiting } from '../../ui/waiting.ts'
import { useWholeNumber } from './whole-number.ts'

type Settings = Shapes['SignInSettings']

const ROLES = codesOf<Settings['secondFactorRoles'][number]>({
  admin: true,
  finance: true,
  agent: true,
  product: true,
  viewer: true,
  party: true,
})
const LONGEST = 720

/** Second factors, confirmation of the identity, and the end of idle sessions. */
export function SignInSettings() {
  const { t } = useTexts('settings')
  const read = useGet('/v1/sign-in-settings')
  return (
    <Section title={t('signInSettings.title')}>
      <Loaded of={read} rows={4}>
        {({ settings }) => <SettingsForm settings={settings} />}
      </Loaded>
    </Section>
  )
}

function SettingsForm({ settings }: { readonly settings: Settings }) {
  const { t, term } = useTexts('settings')
  const { t: common } = useTexts()
  const { message } = App.useApp()
  const whole = useWholeNumber()
  const fixed = !useMay()('users:write')
  const save = useSend(
    (body: Settings) => recoup.put('/v1/sign-in-settings', { body }),
    ['/v1/sign-in-settings', '/v1/me'],
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
      <Form.Item name="secondFactorRoles" label={t('signInSettings.roles')} extra={t('signInSettings.rolesLead')}>
        <Select mode="multiple" options={ROLES.map((role) => ({ value: role, label: term('role', role) }))} />
      </Form.Item>
      <Form.Item
        name="stepUp"
        label={t('signInSettings.stepUp')}
        extra={t('signInSettings.stepUpLead')}
        valuePropName="checked"
      >
        <Switch />
      </Form.Item>
      <Form.Item name="stepUpMinutes" label={t('signInSettings.stepUpMinutes')} rules={whole(1, LONGEST)}>
        <InputNumber suffix={t('signInSettings.minutes')} style={{ width: 160 }} />
      </Form.Item>
      <Form.Item name="idleMinutes" label={t('signInSettings.idleMinutes')} rules={whole(5, LONGEST)}>
        <InputNumber suffix={t('signInSettings.minutes')} style={{ width: 160 }} />
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
