import { CheckCircleFilled, ClockCircleOutlined } from '@ant-design/icons'
import { Flex, Typography } from 'antd'
import { useMay, useMe } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { Actor } from '../../ui/Actor.tsx'
import { Section } from '../../ui/Page.tsx'
import { whyNotApprove } from './approve.ts'
import type { RequestInFull } from './RefundRequest.tsx'

/** Who has approved it, how many are missing, and who cannot be one of them. */
export function Approvals({ request }: { readonly request: RequestInFull }) {
  const { t } = useTexts('refund-requests')
  const me = useMe().data
  const may = useMay()
  const { decision, approvals, status } = request
  if (me?.party !== null) return null
  const needed = Math.max(decision.approvals, 1)
  const whyNot = status === 'requested' && may('requests:approve') ? whyNotApprove(request, me.actor) : undefined
  return (
    <Section title={t('approvals.title')}>
      <Typography.Paragraph>{t('approvals.needed', { count: needed })}</Typography.Paragraph>
      <Flex vertical gap={6}>
        {Array.from({ length: Math.max(needed, approvals.length) }, (_, place) => approvals[place]).map(
          (actor, place) => (
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
          ),
        )}
      </Flex>
      {whyNot && (
        <Typography.Paragraph type="secondary" style={{ margin: '12px 0 0' }}>
          {t(`whyNot.${whyNot}`)}
        </Typography.Paragraph>
      )}
    </Section>
  )
}
