import { App, Button, type ButtonProps, Flex, Form, Modal, Typography } from 'antd'
import { type ReactNode, useState } from 'react'
import { useSend } from '../api.ts'
import { useTexts } from '../texts.ts'
import { ProblemAlert } from './ProblemAlert.tsx'
import { isWaiting } from './waiting.ts'

interface Props<Values> {
  /** On the button that opens the dialog. */
  readonly label: string
  readonly button?: Pick<ButtonProps, 'type' | 'icon' | 'danger' | 'disabled' | 'title' | 'size'>
  /** Default: the label. */
  readonly title?: string
  /** What the action does, shown before the fields. */
  readonly lead?: ReactNode
  /** On the button that performs the action; default: the label. */
  readonly submit?: string
  /** The action cannot be undone. */
  readonly danger?: boolean
  readonly initial?: Partial<Values>
  readonly send: (values: Values) => Promise<unknown>
  /** The message after success. */
  readonly done: string
  readonly width?: number
  /** Form fields. */
  readonly children?: ReactNode
}

/** A button that opens a dialog with fields, or with a confirmation only, and then performs an action. */
export function ActionForm<Values extends object>(props: Props<Values>) {
  const { label, button, title = label, lead, submit = label, danger = false, initial, send, done, children } = props
  const { t } = useTexts()
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const act = useSend(send)
  const close = () => {
    act.reset()
    setOpen(false)
  }
  const finish = (values: Values) =>
    act.mutateAsync(values).then(
      (answer) => {
        if (isWaiting(answer)) message.info(t('approvals.submitted'))
        else message.success(done)
        close()
      },
      () => {},
    )
  return (
    <>
      <Button {...button} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Modal
        open={open}
        title={title}
        onCancel={close}
        footer={null}
        width={props.width ?? 520}
        mask={{ closable: false }}
        destroyOnHidden
      >
        <Form<Values>
          layout="vertical"
          requiredMark={false}
          {...(initial ? { initialValues: initial } : {})}
          onFinish={(values) => void finish(values)}
        >
          {lead && <Typography.Paragraph>{lead}</Typography.Paragraph>}
          {children}
          {act.error && <ProblemAlert error={act.error} style={{ marginBottom: 16 }} />}
          <Flex justify="flex-end" gap={8}>
            <Button onClick={close}>{t('action.cancel')}</Button>
            <Button type="primary" htmlType="submit" danger={danger} loading={act.isPending}>
              {submit}
            </Button>
          </Flex>
        </Form>
      </Modal>
    </>
  )
}
