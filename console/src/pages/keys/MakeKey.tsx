import type { Shapes } from '@recoup/sdk'
import { Button, Checkbox, Drawer, Form, Input } from 'antd'
import { recoup, useMe, useSend } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { scopeInWords } from '../../ui/scope.ts'
import { LimitFields } from './LimitFields.tsx'

interface Props {
  readonly open: boolean
  readonly onClose: () => void
  readonly onMade: (key: Shapes['ApiKeyWithSecret']) => void
}

/** Creates an API key: a name, its scopes (no more than the creator has), and optionally the party it is restricted to. */
export function MakeKey({ open, onClose, onMade }: Props) {
  const { t } = useTexts('keys')
  const make = useSend((body: Shapes['ApiKeyRequest']) => recoup.post('/v1/keys', { body }), ['/v1/keys'])
  const close = () => {
    make.reset()
    onClose()
  }
  const submit = async ({ name, scopes, party, expiresAt, networks }: Shapes['ApiKeyRequest']) => {
    const limits = { ...(expiresAt ? { expiresAt } : {}), ...(networks?.length ? { networks } : {}) }
    const body = { name, scopes, ...(party ? { party } : {}), ...limits }
    const made = await make.mutateAsync(body).catch(() => undefined)
    if (made) onMade(made)
  }
  return (
    <Drawer open={open} onClose={close} title={t('make.title')} size="min(560px, 100vw)" destroyOnHidden>
      <Form layout="vertical" requiredMark={false} onFinish={(values) => void submit(values)}>
        <Form.Item
          name="name"
          label={t('name')}
          extra={t('make.nameLead')}
          rules={[{ required: true, message: t('signIn.missing') }]}
        >
          <Input maxLength={100} autoFocus autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="scopes"
          label={t('field.scopes')}
          extra={t('make.scopesLead')}
          rules={[{ required: true, message: t('make.scopesNone') }]}
        >
          <ScopeChoice />
        </Form.Item>
        <Form.Item name="party" label={t('make.party')} extra={t('make.partyLead')}>
          <Input maxLength={64} className="mono" placeholder="mch_1" />
        </Form.Item>
        <LimitFields />
        {make.error && <ProblemAlert error={make.error} style={{ marginBottom: 16 }} />}
        <Button type="primary" htmlType="submit" loading={make.isPending}>
          {t('make.submit')}
        </Button>
      </Form>
    </Drawer>
  )
}

interface ChoiceProps {
  readonly id?: string
  readonly value?: string[]
  readonly onChange?: (scopes: string[]) => void
}

/** One row of scopes per resource; the code (`charges:read`) is in a tooltip. */
function ScopeChoice({ id, value = [], onChange }: ChoiceProps) {
  const { term } = useTexts('keys')
  const scopes = useMe().data?.scopes ?? []
  const groups = Map.groupBy(scopes, (scope) => scope.split(':')[0]!)
  return (
    <Checkbox.Group value={value} onChange={(chosen) => onChange?.(chosen as string[])} style={{ width: '100%' }}>
      <dl className="checks" id={id}>
        {[...groups].map(([thing, ofThing]) => (
          <Row key={thing} thing={term('thing', thing)}>
            {ofThing.map((scope) => (
              <Checkbox key={scope} value={scope} title={scope} aria-label={scopeInWords(scope, term)}>
                {term('doing', scope.split(':')[1]!)}
              </Checkbox>
            ))}
          </Row>
        ))}
      </dl>
    </Checkbox.Group>
  )
}

function Row({ thing, children }: { readonly thing: string; readonly children: React.ReactNode }) {
  return (
    <>
      <dt>{thing}</dt>
      <dd>{children}</dd>
    </>
  )
}
