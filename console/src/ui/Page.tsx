import { ArrowLeftOutlined } from '@ant-design/icons'
import { Button, Card, Flex, Typography } from 'antd'
import { type CSSProperties, type ReactNode, useEffect } from 'react'
import { Link } from 'react-router'

interface PageProps {
  readonly title: string
  /** Beside the title: a status. */
  readonly tag?: ReactNode
  /** Under the title: a sentence or a line of facts. */
  readonly lead?: ReactNode
  /** Buttons on the right. */
  readonly actions?: ReactNode
  /** The link back to the parent page. */
  readonly back?: { readonly to: string; readonly label: string }
  readonly children: ReactNode
}

/** The frame of a page: its title (also that of the window), its actions and its sections. */
export function Page({ title, tag, lead, actions, back, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Recoup`
  }, [title])
  return (
    <div style={{ maxWidth: 1360, marginInline: 'auto' }}>
      <Flex wrap gap={12} align="flex-start" justify="space-between" style={{ marginBottom: 16 }}>
        <div style={{ minWidth: 0 }}>
          {back && (
            <Link to={back.to} style={{ display: 'inline-block', marginBottom: 4 }}>
              <Button type="link" size="small" icon={<ArrowLeftOutlined />} style={{ paddingInline: 0 }} tabIndex={-1}>
                {back.label}
              </Button>
            </Link>
          )}
          <Flex align="center" gap={10} wrap>
            <Typography.Title level={1} style={{ fontSize: 22, lineHeight: 1.3, margin: 0, overflowWrap: 'anywhere' }}>
              {title}
            </Typography.Title>
            {tag}
          </Flex>
          {lead && (
            <Typography.Text type="secondary" className="page-lead" style={{ display: 'block', marginTop: 2 }}>
              {lead}
            </Typography.Text>
          )}
        </div>
        {actions && (
          <Flex gap={8} wrap>
            {actions}
          </Flex>
        )}
      </Flex>
      <Flex vertical gap={16}>
        {children}
      </Flex>
    </div>
  )
}

interface SectionProps {
  readonly title?: string
  readonly extra?: ReactNode
  /** Without padding, for tables that reach the edges. */
  readonly flush?: boolean
  readonly style?: CSSProperties
  readonly children: ReactNode
}

/** A framed section of a page. */
export function Section({ title, extra, flush = false, style, children }: SectionProps) {
  return (
    <Card
      size="small"
      {...(title ? { title: <h2 style={{ font: 'inherit', margin: 0 }}>{title}</h2> } : {})}
      extra={extra}
      style={{ minWidth: 0, ...style }}
      styles={{ body: flush ? { padding: 0 } : { padding: 16 } }}
    >
      {children}
    </Card>
  )
}
