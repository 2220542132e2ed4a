import { Button, Result } from 'antd'
import { useRevalidator, useRouteError } from 'react-router'
import { useTexts } from '../texts.ts'
import { Failure } from '../ui/ErrorBoundary.tsx'

/** The code or the texts of a page did not come. */
export class PageNotLoaded extends Error {
  override readonly name = 'PageNotLoaded'

  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

/** What the router shows where a page could not be loaded or broke while it was drawn. */
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
