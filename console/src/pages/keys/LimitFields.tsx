import { Form, Select } from 'antd'
import { useTexts } from '../../texts.ts'
import { MomentPicker } from '../../ui/MomentPicker.tsx'

export interface Limits {
  readonly expiresAt?: string | undefined
  readonly networks?: string[] | undefined
}

/** Expiry and allow-list of a key, as fields of a form. */
export function LimitFields() {
  const { t } = useTexts('keys')
  return (
    <>
      <Form.Item name="expiresAt" label={t('limits.expiresAt')} extra={t('limits.expiresLead')}>
        <MomentPicker label={t('limits.expiresAt')} />
      </Form.Item>
      <Form.Item name="networks" label={t('networks')} extra={t('limits.networksLead')}>
        <Select mode="tags" open={false} suffixIcon={null} className="mono" tokenSeparators={[',', ' ']} />
      </Form.Item>
    </>
  )
}
