import { Card, Flex, Typography } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { Brand } from './Brand.tsx'
import { Preferences } from './Preferences.tsx'

interface Props {
  readonly title: string
  readonly lead?: string
  readonly children: ReactNode
}

/** The frame of the pages for users who are not signed in. */
export function SignedOutLayout({ title, lead, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Recoup`
  }, [title])
  return (
    <Flex vertical style={{ minHeight: '100vh' }}>
      <Flex justify="space-between" align="center" style={{ padding: '10px 16px' }} component="header">
        <Brand />
        <Preferences />
      </Flex>
      <Flex component="main" flex={1} justify="center" align="center" style={{ padding: '16px 16px 12vh' }}>
        <Card style={{ width: '100%', maxWidth: 420 }}>
          <Typography.Title level={1} style={{ fontSize: 22, marginTop: 0 }}>
            {title}
          </Typography.Title>
          {lead && <Typography.Paragraph type="secondary">{lead}</Typography.Paragraph>}
          {children}
        </Card>
      </Flex>
    </Flex>
  )
}
