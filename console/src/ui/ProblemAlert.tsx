import { isRecoupError } from '@recoup/sdk'
import { Alert, Button } from 'antd'
import type { CSSProperties } from 'react'
import { useTexts } from '../texts.ts'

interface Props {
  readonly error: unknown
  /** Adds a retry button. */
  readonly onRetry?: () => void
  readonly style?: CSSProperties
}

/** A problem in its own words, in the language of the page, with the invalid fields. */
export function ProblemAlert({ error, onRetry, style }: Props) {
  const { t } = useTexts()
  const { title, detail, errors, requestId } = wordsOf(error, t)
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      style={style}
      title={title}
      description={
        <>
          {detail}
          {errors.length > 0 && (
            <ul style={{ margin: '6px 0 0', paddingInlineStart: 18 }}>
              {errors.map(({ pointer, message }) => (
                <li key={pointer + message}>
                  <span className="mono">{pointer}</span> {message}
                </li>
              ))}
            </ul>
          )}
          {requestId && <div style={{ marginTop: 6, fontSize: 12 }}>{t('problem.request', { requestId })}</div>}
        </>
      }
      action={onRetry && <Button onClick={onRetry}>{t('problem.retry')}</Button>}
    />
  )
}

function wordsOf(error: unknown, t: ReturnType<typeof useTexts>['t']) {
  if (isRecoupError(error)) {
    const { code, title, detail, errors, requestId, status } = error
    // These two problems come from the client, not from the server.
    if (code === 'connection_failed') {
      return { title: t('problem.connection'), detail: t('problem.connectionDetail'), errors: [] }
    }
    if (code === 'answer_unreadable') {
      return { title: t('problem.unreadable'), detail: t('problem.unreadableDetail', { status }), errors: [] }
    }
    // The request id helps only if the server is at fault.
    return { title, detail, errors, requestId: status >= 500 ? requestId : undefined }
  }
  return { title: t('failure.title'), detail: error instanceof Error ? error.message : String(error), errors: [] }
}
