import { Button, Flex } from 'antd'
import { formatNumber } from '../format.ts'
import { useTexts } from '../texts.ts'

interface Props {
  readonly label: string
  readonly tabs: readonly {
    /** undefined: all statuses. */
    readonly value: string | undefined
    readonly label: string
    readonly count?: number | undefined
  }[]
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}

/** The statuses of a list as tabs, with the number of entries of each. */
export function StateTabs({ label, tabs, value, onChange }: Props) {
  const { language } = useTexts()
  return (
    <Flex wrap gap={6} role="group" aria-label={label} style={{ marginBottom: 12 }}>
      {tabs.map((tab) => (
        <Button
          key={tab.value ?? ''}
          shape="round"
          type={tab.value === value ? 'primary' : 'default'}
          aria-pressed={tab.value === value}
          onClick={() => onChange(tab.value)}
        >
          {tab.label}
          {tab.count !== undefined && <b className="amount">{formatNumber(tab.count, language)}</b>}
        </Button>
      ))}
    </Flex>
  )
}
