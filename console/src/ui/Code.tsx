import { Typography } from 'antd'
import { stringify } from 'yaml'

interface Props {
  readonly label: string
  readonly value: unknown
}

/** Data as YAML under a heading, for reading and copying. */
export function Code({ label, value }: Props) {
  const text = stringify(value, { lineWidth: 0 })
  return (
    <section aria-label={label} style={{ minWidth: 0 }}>
      <Typography.Text strong copyable={{ text }}>
        {label}
      </Typography.Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it can be scrolled */}
      <pre className="mono code" tabIndex={0}>
        {text}
      </pre>
    </section>
  )
}
