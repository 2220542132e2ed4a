import { Button, Result } from 'antd'
import { useRevalidator, useRouteError } from 'react-router'
import { useTexts } from '../texts.ts'
import { Failure } from '../ui/ErrorBoundary.tsx'

/** The code or the texts of a page failed to load. */
export class PageNotLoaded extends Error {
  override readonly name = 'PageNotLoaded'

  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

/** Shown instead of a page that failed to load or to render. */
export function RouteFailure() {
  const error = useRouteError()
  return error instanceof PageNotLoaded ? <NotLoaded /> : <Failure error={error} />
}

function NotLoaded() {
  const { t } = useTexts()
  const { state, revalidate } = useRevalidator()
  return (
    <Result
      status="warning"
      title={<h1 className="result-title">{t('failure.notLoaded')}</h1>}
      subTitle={t('failure.notLoadedDetail')}
      extra={
        <Button type="primary" loading={state === 'loading'} onClick={() => void revalidate()}>
          {t('problem.retry')}
        </Button>
      }
    />
  )
}
