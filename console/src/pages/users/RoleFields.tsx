import { Form, Input, Select } from 'antd'
import { useTexts } from '../../texts.ts'
import { ROLES, type Role } from './roles.ts'

/** The role, and the party of a user with the role `party`. */
export function RoleFields() {
  const { t, term } = useTexts('users')
  const role = Form.useWatch<Role | undefined>('role')
  return (
    <>
      <Form.Item
        name="role"
        label={t('field.role')}
        extra={role && t(`roleDoes.${role}`)}
        rules={[{ required: true, message: t('signIn.missing') }]}
      >
        <Select options={ROLES.map((value) => ({ value, label: term('role', value) }))} />
      </Form.Item>
      {role === 'party' && (
        <Form.Item
          name="party"
          label={t('field.party')}
          extra={t('partyLead')}
          rules={[{ required: true, message: t('signIn.missing') }]}
        >
          <Input maxLength={64} className="mono" placeholder="mch_1" />
        </Form.Item>
      )}
    </>
  )
}
