import { Button, Result } from 'antd'
import { useEffect } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../texts.ts'

export function NotFound() {
  const { t } = useTexts()
  return <NoPage status="404" title={t('notFound.title')} detail={t('notFound.detail')} />
}

export function NotAllowed() {
  const { t } = useTexts()
  return <NoPage status="403" title={t('notAllowed.title')} detail={t('notAllowed.detail')} />
}

interface Props {
  readonly status: '403' | '404'
  readonly title: string
  readonly detail: string
}

function NoPage({ status, title, detail }: Props) {
  const { t } = useTexts()
  useEffect(() => {
    document.title = `${title} · Recoup`
  }, [title])
  return (
    <Result
      status={status}
      title={<h1 className="result-title">{title}</h1>}
      subTitle={detail}
      extra={
        <Link to="/">
          <Button type="primary" tabIndex={-1}>
            {t('notFound.home')}
          </Button>
        </Link>
      }
    />
  )
}
