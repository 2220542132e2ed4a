import { CheckCircleFilled, ClockCircleOutlined } from '@ant-design/icons'
import { Flex, Typography } from 'antd'
import type { ReactNode } from 'react'
import { useTexts } from '../texts.ts'
import { Actor } from './Actor.tsx'
import { Section } from './Page.tsx'

/** Why the user cannot approve; undefined if nothing known prevents it. */
export function whyNotApprove(
  by: string | null,
  approvals: readonly string[],
  actor: string | undefined,
): 'own' | 'twice' | undefined {
  if (actor === undefined) return undefined
  if (by === actor) return 'own'
  return approvals.includes(actor) ? 'twice' : undefined
}

interface Props {
  /** The number of different people who must approve. */
  readonly needed: number
  /** The people who have approved. */
  readonly approvals: readonly string[]
  /** Why the viewer cannot approve. */
  readonly note?: ReactNode
}

/** The approvals given so far and those still missing. */
export function Approvals({ needed, approvals, note }: Props) {
  const { t } = useTexts()
  const places = Array.from({ length: Math.max(needed, approvals.length) }, (_, place) => approvals[place])
  return (
    <Section title={t('approvals.title')}>
      <Typography.Paragraph>{t('approvals.needed', { count: needed })}</Typography.Paragraph>
      <Flex vertical gap={6}>
        {places.map((actor, place) => (
          <Flex key={actor ?? place} gap={8} align="center">
            {actor ? (
              <>
                <CheckCircleFilled style={{ color: '#2f8f4e' }} aria-hidden="true" />
                <span>
                  <Actor of={actor} />
                </span>
              </>
            ) : (
              <>
                <ClockCircleOutlined aria-hidden="true" />
                <Typography.Text type="secondary">{t('approvals.waits')}</Typography.Text>
              </>
            )}
          </Flex>
        ))}
      </Flex>
      {note && (
        <Typography.Paragraph type="secondary" style={{ margin: '12px 0 0' }}>
          {note}
        </Typography.Paragraph>
      )}
    </Section>
  )
}
