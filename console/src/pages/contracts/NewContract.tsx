import { PlusOutlined } from '@ant-design/icons'
import { Form, Input, Select } from 'antd'
import { parse } from 'yaml'
import { recoup, useProductTitles } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { ActionForm } from '../../ui/ActionForm.tsx'
import { MomentPicker } from '../../ui/MomentPicker.tsx'

interface Values {
  readonly party: string
  /** `line/product`. */
  readonly product: string
  readonly terms: string
  readonly reference?: string
  readonly effectiveAt?: string
  readonly until?: string
}

/** Parses YAML or JSON. The server validates the terms. */
function readTerms(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}

/** Creates a contract from the terms that differ from the rate card. */
export function NewContract() {
  const { t, language } = useTexts('contracts')
  const products = useProductTitles()
  const needed = [{ required: true, message: t('signIn.missing') }]
  return (
    <ActionForm<Values>
      label={t('new.label')}
      button={{ type: 'primary', icon: <PlusOutlined /> }}
      lead={t('new.lead')}
      done={t('new.done')}
      width={600}
      send={({ party, product: chosen, terms, reference, effectiveAt, until }) => {
        const [line = '', product = ''] = chosen.split('/')
        return recoup.post('/v1/contracts', {
          body: {
            ...{ party: party.trim(), line, product, terms: readTerms(terms)! },
            ...(reference?.trim() ? { reference: reference.trim() } : {}),
            ...(effectiveAt ? { effectiveAt } : {}),
            ...(until ? { until } : {}),
          },
        })
      }}
    >
      <Form.Item name="party" label={t('field.party')} rules={needed}>
        <Input className="mono" maxLength={64} autoComplete="off" placeholder="mch_1" />
      </Form.Item>
      <Form.Item name="product" label={t('field.product')} rules={needed}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={products.map(({ line, id, title, lineTitle }) => ({
            value: `${line}/${id}`,
            label: `${lineTitle[language]} · ${title[language]}`,
          }))}
        />
      </Form.Item>
      <Form.Item
        name="terms"
        label={t('new.terms')}
        extra={t('new.termsLead')}
        rules={[
          {
            validator: async (_, text?: string) => {
              if (!text || !readTerms(text)) throw new Error(t('new.termsInvalid'))
            },
          },
        ]}
      >
        <Input.TextArea className="mono" rows={5} spellCheck={false} placeholder={'fee:\n  rate: "0.0038"'} />
      </Form.Item>
      <Form.Item name="reference" label={t('field.reference')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="effectiveAt" label={t('from')} extra={t('new.fromLead')}>
        <MomentPicker label={t('from')} />
      </Form.Item>
      <Form.Item name="until" label={t('until')} extra={t('new.untilLead')}>
        <MomentPicker label={t('until')} />
      </Form.Item>
    </ActionForm>
  )
}
