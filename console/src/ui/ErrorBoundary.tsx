import { Button, Result, Typography } from 'antd'
import { Component, type ReactNode } from 'react'
import { useTexts } from '../texts.ts'

interface Props {
  readonly children: ReactNode
}

/** Contains a rendering error, so that the rest of the page keeps working. */
export class ErrorBoundary extends Component<Props, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: undefined }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render(): ReactNode {
    return this.state.error === undefined ? this.props.children : <Failure error={this.state.error} />
  }
}

export function Failure({ error }: { readonly error: unknown }) {
  const { t } = useTexts()
  const message = error instanceof Error ? error.message : String(error)
  return (
    <Result
      status="error"
      title={t('failure.title')}
      subTitle={t('failure.detail')}
      extra={
        <Button type="primary" onClick={() => window.location.reload()}>
          {t('failure.reload')}
        </Button>
      }
    >
      <Typography.Text code>{message}</Typography.Text>
    </Result>
  )
}
