import { UserAddOutlined } from '@ant-design/icons'
import type { Shapes } from '@recoup/sdk'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMay } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { ChoiceFilter, FilterBar, useFilters } from '../../ui/filters.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { PartyLink } from '../../ui/links.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { AddUser } from './AddUser.tsx'
import { PasswordLink } from './PasswordLink.tsx'
import { RolesTable } from './RolesTable.tsx'
import { ROLES, type Role } from './roles.ts'

export type User = Shapes['User']

/** The list of users, and the permissions of each role. */
export default function Users() {
  const { t, term } = useTexts('users')
  const may = useMay()
  const filters = useFilters(['role'])
  const role = filters.values.role as Role | undefined
  const [adding, setAdding] = useState(false)
  const [made, setMade] = useState<Shapes['PasswordLink']>()
  const columns: Column<User>[] = [
    {
      key: 'name',
      title: t('field.name'),
      render: ({ id, name, email }) => (
        <>
          <Link to={`/users/${id}`}>{name}</Link>
          <div style={{ fontSize: 12, opacity: 0.75 }}>{email}</div>
        </>
      ),
    },
    {
      key: 'role',
      title: t('field.role'),
      render: (user) => (
        <>
          {term('role', user.role)}
          {user.party && (
            <div style={{ fontSize: 12 }}>
              <PartyLink party={user.party} />
            </div>
          )}
        </>
      ),
    },
    { key: 'status', title: t('field.status'), render: (user) => <UserState user={user} /> },
    {
      key: 'totp',
      title: t('totp'),
      render: ({ totp }) => <span className={totp ? 'status status-good' : 'status'}>{totp ? t('on') : t('off')}</span>,
    },
    {
      key: 'last',
      title: t('lastSignIn'),
      render: ({ lastSignInAt }) => (lastSignInAt ? <Instant at={lastSignInAt} /> : t('never')),
    },
    { key: 'created', title: t('field.created'), render: ({ createdAt }) => <Instant at={createdAt} style="day" /> },
  ]
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        may('users:write') && (
          <Button type="primary" icon={<UserAddOutlined />} onClick={() => setAdding(true)}>
            {t('add.title')}
          </Button>
        )
      }
    >
      <Section>
        <FilterBar of={filters}>
          <ChoiceFilter
            of={filters}
            name="role"
            label={t('field.role')}
            options={ROLES.map((value) => ({ value, label: term('role', value) }))}
          />
        </FilterBar>
      </Section>
      <Section flush>
        <DataTable
          path="/v1/users"
          init={{ params: { query: role ? { role } : {} } }}
          columns={columns}
          rowKey={({ id }) => id}
          label={t('title')}
          empty={t('none')}
        />
      </Section>
      <Section title={t('roles')} flush>
        <RolesTable />
      </Section>
      <AddUser
        open={adding}
        onClose={() => setAdding(false)}
        onMade={(link) => {
          setAdding(false)
          setMade(link)
        }}
      />
      <PasswordLink link={made} onClose={() => setMade(undefined)} />
    </Page>
  )
}

export function UserState({ user: { disabledAt, hasPassword, lastSignInAt } }: { readonly user: User }) {
  const { t } = useTexts('users')
  if (disabledAt) return <span className="status status-bad">{t('state.disabled')}</span>
  if (!hasPassword && !lastSignInAt) return <span className="status status-wait">{t('state.invited')}</span>
  return <span className="status status-good">{t('state.active')}</span>
}
