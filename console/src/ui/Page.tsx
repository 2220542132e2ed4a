import { ArrowLeftOutlined } from '@ant-design/icons'
import { Button, Card, Flex, Typography } from 'antd'
import { type CSSProperties, type ReactNode, useEffect } from 'react'
import { Link } from 'react-router'

interface PageProps {
  readonly title: string
  /** Beside the title: a state. */
  readonly tag?: ReactNode
  /** Under the title, in a sentence or a line of facts. */
  readonly lead?: ReactNode
  /** Buttons at the right. */
  readonly actions?: ReactNode
  /** Where one comes from. */
  readonly back?: { readonly to: string; readonly label: string }
  readonly children: ReactNode
}

/** The frame of a page: its title (also the window's), what can be done, and its sections one under the other. */
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
  /** Tables that reach the edges. */
  readonly flush?: boolean
  readonly style?: CSSProperties
  readonly children: ReactNode
}

/** A part of a page, in a frame of its own. */
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
