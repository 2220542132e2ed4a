import { CheckOutlined } from '@ant-design/icons'
import type { Shapes } from '@recoup/sdk'
import { Flex, Form, Input } from 'antd'
import { recoup } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { ActionForm } from '../../ui/ActionForm.tsx'
import type { Run } from './run.ts'

export type Decided = Shapes['ReconciliationDecisions']['data'][number]
type Class = NonNullable<Shapes['ReconciliationApproval']['class']>

interface Props {
  readonly run: Run
  readonly chosen: ReadonlySet<number>
  /** The class filtered by; undefined: all classes. */
  readonly of: Class | undefined
  readonly onDecided: (decided: readonly Decided[]) => void
}

interface Values {
  readonly note?: string
}

/** Approves or dismisses the selected differences, or all displayed ones if none is selected. */
export function Decide({ run, chosen, of, onDecided }: Props) {
  const { t } = useTexts('reconciliation')
  const which = chosen.size > 0 ? { differences: [...chosen] } : of ? { class: of } : {}
  const scope =
    chosen.size > 0
      ? t('decide.these', { count: chosen.size })
      : of
        ? t('decide.ofClass', { class: t(`class.${of}`) })
        : t('decide.all')
  const params = { path: { reconciliation: run.id } }
  /** Repeats the request until all differences are decided, several hundred at a time. */
  const each = async (
    send: (more: { after?: number }) => Promise<Shapes['ReconciliationDecisions']>,
  ): Promise<void> => {
    const decided: Decided[] = []
    for (let after: number | null | undefined; after !== null; ) {
      const answer: Shapes['ReconciliationDecisions'] = await send(after === undefined ? {} : { after })
      decided.push(...answer.data)
      after = answer.next
    }
    onDecided(decided)
  }
  return (
    <Flex gap={8} wrap>
      <ActionForm<Values>
        label={chosen.size > 0 ? t('decide.declineSome', { count: chosen.size }) : t('decide.decline')}
        button={{ danger: true }}
        title={t('decide.declineTitle')}
        lead={`${scope} ${t('decide.declineLead')}`}
        submit={t('decide.decline')}
        danger
        done={t('decide.done')}
        send={({ note }) =>
          each((more) =>
            recoup.post('/v1/reconciliations/{reconciliation}/decline', {
              params,
              body: { ...which, ...more, note: note! },
            }),
          )
        }
      >
        <Form.Item name="note" label={t('decide.note')} rules={[{ required: true, message: t('signIn.missing') }]}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </ActionForm>
      <ActionForm<Values>
        label={chosen.size > 0 ? t('decide.approveSome', { count: chosen.size }) : t('decide.approveAll')}
        button={{ type: 'primary', icon: <CheckOutlined /> }}
        title={t('decide.approveTitle')}
        lead={`${scope} ${t('decide.approveLead')}`}
        submit={t('decide.approve')}
        done={t('decide.done')}
        send={({ note }) =>
          each((more) =>
            recoup.post('/v1/reconciliations/{reconciliation}/approve', {
              params,
              body: { ...which, ...more, ...(note?.trim() ? { note: note.trim() } : {}) },
            }),
          )
        }
      >
        <Form.Item name="note" label={t('decide.noteOptional')}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </ActionForm>
    </Flex>
  )
}
