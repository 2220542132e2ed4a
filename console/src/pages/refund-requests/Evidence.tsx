import { PaperClipOutlined } from '@ant-design/icons'
import type { Shapes } from '@recoup/sdk'
import { Form, Input, Select, Typography } from 'antd'
import { recoup, useMay } from '../../api.ts'
import { EVIDENCE_KINDS } from '../../api-codes.ts'
import { useTexts } from '../../texts.ts'
import { ActionForm } from '../../ui/ActionForm.tsx'
import { Actor } from '../../ui/Actor.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { Section } from '../../ui/Page.tsx'
import type { RequestInFull } from './request.ts'
import { isWaiting } from './request-codes.ts'

/** The evidence of a request, and a form to add more. */
export function Evidence({ request }: { readonly request: RequestInFull }) {
  const { t, term } = useTexts('refund-requests')
  const may = useMay()
  const { shown, status } = request
  return (
    <Section
      title={t('evidence.title')}
      extra={may('requests:write') && isWaiting(status) && <AddEvidence request={request} />}
    >
      {shown.length === 0 && <Typography.Text type="secondary">{t('evidence.none')}</Typography.Text>}
      <ul className="entries">
        {shown.map(({ kind, note, text, url, hash, at, by }) => (
          <li key={`${at} ${kind} ${url ?? text ?? note}`}>
            <PaperClipOutlined aria-hidden="true" /> <b>{term('evidence', kind)}</b> {note}
            {text && <blockquote>{text}</blockquote>}
            {url && (
              <div style={{ overflowWrap: 'anywhere' }}>
                <a href={url} target="_blank" rel="noreferrer noopener">
                  {url}
                </a>
              </div>
            )}
            {hash && (
              <div className="second-line mono" title={hash}>
                SHA-256 {hash.slice(0, 16)}…
              </div>
            )}
            <div className="second-line">
              <Instant at={at} /> {by && <Actor of={by} />}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function AddEvidence({ request: { id, decision } }: { readonly request: RequestInFull }) {
  const { t } = useTexts('refund-requests')
  const [missing] = decision.missingEvidence
  return (
    <ActionForm<Shapes['EvidenceRequest']>
      label={t('evidence.add')}
      lead={t('evidence.lead')}
      done={t('evidence.done')}
      {...(missing ? { initial: { kind: missing as Shapes['EvidenceRequest']['kind'] } } : {})}
      send={({ kind, note, text, url, hash }) =>
        recoup.post('/v1/refund-requests/{request}/evidence', {
          params: { path: { request: id } },
          body: { kind, ...(note && { note }), ...(text && { text }), ...(url && { url }), ...(hash && { hash }) },
        })
      }
    >
      <Form.Item name="kind" label={t('field.kind')} rules={[{ required: true, message: t('signIn.missing') }]}>
        <Select options={EVIDENCE_KINDS.map((value) => ({ value, label: t(`evidence.${value}`) }))} />
      </Form.Item>
      <Form.Item name="note" label={t('evidence.note')}>
        <Input maxLength={1000} />
      </Form.Item>
      <Form.Item name="text" label={t('evidence.text')}>
        <Input.TextArea rows={3} maxLength={4000} />
      </Form.Item>
      <Form.Item
        name="url"
        label={t('evidence.url')}
        rules={[{ pattern: /^https:\/\/\S+$/, message: t('evidence.urlInvalid') }]}
      >
        <Input maxLength={2000} placeholder="https://" />
      </Form.Item>
      <Form.Item
        name="hash"
        label={t('evidence.hash')}
        rules={[{ pattern: /^[0-9a-f]{64}$/, message: t('evidence.hashInvalid') }]}
      >
        <Input maxLength={64} className="mono" />
      </Form.Item>
    </ActionForm>
  )
}
