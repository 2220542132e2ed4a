import { Button, Flex } from 'antd'
import { formatNumber } from '../format.ts'
import { useTexts } from '../texts.ts'

interface Props {
  readonly label: string
  readonly tabs: readonly {
    /** undefined: all of them. */
    readonly value: string | undefined
    readonly label: string
    readonly count?: number | undefined
  }[]
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}

/** States of a list, with how many there are of each; one of them is shown. */
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
