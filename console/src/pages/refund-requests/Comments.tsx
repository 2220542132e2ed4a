import { App, Button, Checkbox, Flex, Form, Input, Typography } from 'antd'
import { recoup, useMay, useMe, useSend } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { Actor } from '../../ui/Actor.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { Section } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import type { RequestInFull } from './request.ts'
import { isWaiting } from './request-codes.ts'

interface Values {
  readonly text: string
  readonly payer?: boolean
}

/** The comments on a request, internal or visible to the payer. */
export function Comments({ request: { id, comments, status } }: { readonly request: RequestInFull }) {
  const { t } = useTexts('refund-requests')
  const { message } = App.useApp()
  const may = useMay()
  const party = useMe().data?.party ?? null
  const [form] = Form.useForm<Values>()
  const send = useSend(({ text, payer }: Values) =>
    recoup.post('/v1/refund-requests/{request}/comments', {
      params: { path: { request: id } },
      body: { text, visibility: payer || party !== null ? 'payer' : 'internal' },
    }),
  )
  return (
    <Section title={t('comments.title')}>
      {comments.length === 0 && <Typography.Text type="secondary">{t('comments.none')}</Typography.Text>}
      <ul className="entries">
        {comments.map(({ at, by, text, visibility }) => (
          <li key={`${at} ${text}`}>
            <div style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</div>
            <div className="second-line">
              <Instant at={at} /> {by && <Actor of={by} />} · {t(`comments.${visibility}`)}
            </div>
          </li>
        ))}
      </ul>
      {may('requests:write') && (isWaiting(status) || status === 'approved' || status === 'executing') && (
        <Form<Values>
          form={form}
          layout="vertical"
          requiredMark={false}
          style={{ marginTop: 12 }}
          onFinish={(values) =>
            void send.mutateAsync(values).then(
              () => {
                form.resetFields()
                message.success(t('comments.done'))
              },
              () => {},
            )
          }
        >
          <Form.Item name="text" label={t('comments.text')} rules={[{ required: true, message: t('signIn.missing') }]}>
            <Input.TextArea rows={2} maxLength={4000} />
          </Form.Item>
          <Flex justify="space-between" align="center" gap={8} wrap>
            {party === null ? (
              <Form.Item name="payer" valuePropName="checked" noStyle>
                <Checkbox>{t('comments.forPayer')}</Checkbox>
              </Form.Item>
            ) : (
              <span />
            )}
            <Button htmlType="submit" loading={send.isPending}>
              {t('comments.send')}
            </Button>
          </Flex>
          {send.error && <ProblemAlert error={send.error} style={{ marginTop: 12 }} />}
        </Form>
      )}
    </Section>
  )
}
