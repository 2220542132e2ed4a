import { useTexts } from '../../texts.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { useChargeColumns } from '../charges/Charges.tsx'

const ROWS = 8

/** The latest charges of the line, in the columns of the list of charges. */
export function RecentCharges({ line }: { readonly line: string }) {
  const { t } = useTexts('lines')
  return (
    <DataTable
      path="/v1/charges"
      init={{ params: { query: { line } } }}
      columns={useChargeColumns()}
      rowKey={({ id }) => id}
      label={t('charges.title')}
      empty={t('charges.none')}
      limit={ROWS}
    />
  )
}
