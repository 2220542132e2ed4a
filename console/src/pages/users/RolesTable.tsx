import { CheckOutlined } from '@ant-design/icons'
import { useGet } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { type Column, RowsTable } from '../../ui/DataTable.tsx'
import { Loaded } from '../../ui/Loaded.tsx'

interface Row {
  readonly scope: string
  readonly roles: ReadonlySet<string>
}

/** Scopes down, roles across: the server's table, as it is. */
export function RolesTable() {
  const { t, term } = useTexts('users')
  const roles = useGet('/v1/roles', undefined, { staleTime: 300_000 })
  return (
    <Loaded of={roles} rows={8}>
      {({ data }) => {
        const scopes = [...new Set(data.flatMap((role) => role.scopes))]
        const rows: Row[] = scopes.map((scope) => ({
          scope,
          roles: new Set(data.filter((role) => role.scopes.includes(scope)).map(({ role }) => role)),
        }))
        const columns: Column<Row>[] = [
          { key: 'scope', title: t('field.scopes'), render: ({ scope }) => <span className="mono">{scope}</span> },
          ...data.map(({ role }) => ({
            key: role,
            title: term('role', role),
            render: (row: Row) =>
              row.roles.has(role) ? (
                <CheckOutlined aria-label={t('may')} />
              ) : (
                <span style={{ opacity: 0.75 }}>
                  <span aria-hidden="true">–</span>
                  <span className="unseen">{t('mayNot')}</span>
                </span>
              ),
          })),
        ]
        return (
          <RowsTable
            rows={rows}
            columns={columns}
            rowKey={({ scope }) => scope}
            label={t('roles')}
            more={{ size: 'small' }}
          />
        )
      }}
    </Loaded>
  )
}
