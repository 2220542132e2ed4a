import { Button, Result } from 'antd'
import { Link } from 'react-router'
import { useTexts } from '../texts.ts'

export function NotFound() {
  const { t } = useTexts()
  return (
    <Result
      status="404"
      title={t('notFound.title')}
      subTitle={t('notFound.detail')}
      extra={
        <Link to="/">
          <Button type="primary">{t('notFound.home')}</Button>
        </Link>
      }
    />
  )
}
