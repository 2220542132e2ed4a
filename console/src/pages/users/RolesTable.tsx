import { useGet } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { type Column, RowsTable } from '../../ui/DataTable.tsx'
import { Loaded } from '../../ui/Loaded.tsx'

interface Row {
  /** `charges` of `charges:read`. */
  readonly thing: string
  readonly scopes: readonly string[]
}

/** A table of resources and roles: the actions that each role permits, with the scopes in a tooltip. */
export function RolesTable() {
  const { t, term } = useTexts('users')
  const roles = useGet('/v1/roles', undefined, { staleTime: 300_000 })
  return (
    <Loaded of={roles} rows={8}>
      {({ data }) => {
        const scopes = [...new Set(data.flatMap((role) => role.scopes))]
        const byThing = Map.groupBy(scopes, (scope) => scope.split(':')[0]!)
        const rows = [...byThing].map(([thing, ofThing]): Row => ({ thing, scopes: ofThing }))
        const columns: Column<Row>[] = [
          { key: 'thing', title: t('field.scopes'), render: ({ thing }) => term('thing', thing) },
          ...data.map(({ role, scopes: own }) => ({
            key: role,
            title: term('role', role),
            render: (row: Row) => {
              const may = row.scopes.filter((scope) => own.includes(scope))
              if (may.length === 0) return <Nothing />
              return (
                <span title={may.join(' ')}>
                  {may.map((scope) => term('doing', scope.split(':')[1]!)).join(t('comma'))}
                </span>
              )
            },
          })),
        ]
        return (
          <RowsTable
            rows={rows}
            columns={columns}
            rowKey={({ thing }) => thing}
            label={t('roles')}
            more={{ size: 'small' }}
          />
        )
      }}
    </Loaded>
  )
}

function Nothing() {
  const { t } = useTexts('users')
  return (
    <span style={{ opacity: 0.75 }}>
      <span aria-hidden="true">–</span>
      <span className="unseen">{t('mayNot')}</span>
    </span>
  )
}
