import type { Shapes } from '@recoup/sdk'
import { Alert, App, Button, Drawer, Form, Input, InputNumber, Select, Switch } from 'antd'
import { recoup, useGet, useSend } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { isWaiting } from '../../ui/waiting.ts'
import type { Gateway } from './gateway.ts'
import { type Field, fieldsOf, isObjectText, NOTIFY, settingsOf, takesNotifyUrl } from './settings-form.ts'

type Kind = Shapes['GatewayKinds']['data'][number]

interface Props {
  readonly of: Gateway | 'new' | undefined
  readonly onClose: () => void
}

/** The settings of a provider. They are never shown again, so an edit requires entering all of them. */
export function SetUp({ of, onClose }: Props) {
  const { t } = useTexts('gateways')
  const kinds = useGet('/v1/gateway-kinds', undefined, { enabled: of !== undefined, staleTime: 300_000 })
  const gateway = of === 'new' ? undefined : of
  return (
    <Drawer
      open={of !== undefined}
      onClose={onClose}
      title={gateway ? t('setUp.of', { name: gateway.name }) : t('setUp.title')}
      size="min(600px, 100vw)"
      destroyOnHidden
    >
      <Loaded of={kinds}>{({ data }) => <SettingsForm kinds={data} gateway={gateway} onClose={onClose} />}</Loaded>
    </Drawer>
  )
}

interface Values {
  readonly name: string
  readonly kind: string
  readonly publicUrl: string
  readonly settings: Readonly<Record<string, unknown>>
  readonly more?: string
}

interface FormProps {
  readonly kinds: readonly Kind[]
  readonly gateway: Gateway | undefined
  readonly onClose: () => void
}

function SettingsForm({ kinds, gateway, onClose }: FormProps) {
  const { t, term } = useTexts('gateways')
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const kind = Form.useWatch('kind', form) ?? gateway?.kind ?? kinds[0]?.kind
  const schema = kinds.find((each) => each.kind === kind)?.settings
  const { fields, others } = fieldsOf(schema ?? {})
  const notified = schema !== undefined && takesNotifyUrl(schema)
  const save = useSend((values: Values) => put(values, notified, gateway))
  const submit = (values: Values) =>
    save.mutateAsync(values).then(
      (answer) => {
        if (isWaiting(answer)) message.info(t('approvals.submitted'))
        else message.success(t('setUp.done', { name: answer.name }))
        onClose()
      },
      () => {},
    )
  const required = [{ required: true, message: t('signIn.missing') }]
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ name: gateway?.name ?? '', kind, publicUrl: window.location.origin, settings: {} }}
      onFinish={(values) => void submit(values)}
    >
      {gateway && <Alert type="info" showIcon title={t('setUp.anew')} style={{ marginBottom: 16 }} />}
      <Form.Item name="kind" label={t('setUp.kind')} rules={required}>
        <Select options={kinds.map((each) => ({ value: each.kind, label: term('kinds', each.kind) }))} />
      </Form.Item>
      {!gateway && (
        <Form.Item
          name="name"
          label={t('name')}
          extra={t('setUp.nameLead')}
          rules={[{ required: true, pattern: /^[a-z][a-z0-9-]{0,31}$/, message: t('setUp.nameInvalid') }]}
        >
          <Input maxLength={32} className="mono" autoComplete="off" />
        </Form.Item>
      )}
      {fields.map((field) => (
        <SettingField key={`${kind}/${field.name}`} field={field} />
      ))}
      {notified && (
        <Form.Item
          name="publicUrl"
          label={t('setUp.publicUrl')}
          extra={t('setUp.publicUrlLead')}
          rules={[{ required: true, pattern: /^https?:\/\/[^\s?#]+$/, message: t('setUp.publicUrlInvalid') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      )}
      {others && (
        <Form.Item
          name="more"
          label={t('setUp.more')}
          rules={[
            {
              validator: async (_, text: string | undefined) => {
                if (!isObjectText(text)) throw new Error(t('setUp.moreInvalid'))
              },
            },
          ]}
        >
          <Input.TextArea rows={4} className="mono" placeholder="{ }" />
        </Form.Item>
      )}
      {save.error && <ProblemAlert error={save.error} style={{ marginBottom: 16 }} />}
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {gateway ? t('action.save') : t('setUp.submit')}
      </Button>
    </Form>
  )
}

/**
 * The settings contain the notification URL, whose secret part the server generates with the gateway. A new gateway is
 * therefore created disabled, and enabled together with its URL.
 */
async function put(
  values: Values,
  notified: boolean,
  gateway: Gateway | undefined,
): Promise<Gateway | Shapes['Approval']> {
  const { kind, publicUrl, settings, more = '' } = values
  const name = gateway?.name ?? values.name
  const given = settingsOf(settings, more)
  const params = { path: { gateway: name } }
  const base = publicUrl?.replace(/\/+$/, '')
  const send = (path: string | undefined, enabled: boolean) =>
    recoup.put('/v1/gateways/{gateway}', {
      params,
      body: { kind, enabled, settings: path ? { ...given, [NOTIFY]: base + path } : given },
    })
  if (!notified) return send(undefined, gateway?.enabled ?? true)
  const made = gateway ?? (await send('/v1/notifications', false))
  if (isWaiting(made)) return made
  return send(made.notifyPath, gateway?.enabled ?? true)
}

function SettingField({ field: { name, required, secret, kind, maxLength } }: { readonly field: Field }) {
  const { t, term } = useTexts('gateways')
  const text = term('setting', name)
  const label = required ? text : t('setUp.optional', { name: text })
  return (
    <Form.Item
      name={['settings', name]}
      label={label}
      {...(kind === 'switch' ? { valuePropName: 'checked' } : {})}
      rules={required ? [{ required: true, message: t('signIn.missing') }] : []}
    >
      {kind === 'switch' ? (
        <Switch />
      ) : kind === 'number' ? (
        <InputNumber style={{ width: 160 }} />
      ) : kind === 'long' ? (
        <Input.TextArea
          rows={4}
          className="mono"
          autoComplete="off"
          spellCheck={false}
          placeholder={'-----BEGIN …'}
          {...(maxLength ? { maxLength } : {})}
        />
      ) : secret ? (
        <Input.Password autoComplete="new-password" className="mono" {...(maxLength ? { maxLength } : {})} />
      ) : (
        <Input autoComplete="off" className="mono" {...(maxLength ? { maxLength } : {})} />
      )}
    </Form.Item>
  )
}
