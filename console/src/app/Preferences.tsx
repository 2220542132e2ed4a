import { GlobalOutlined, MoonOutlined, SunOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { switchLanguage, useTexts } from '../texts.ts'
import { chooseDark, useDark } from './theme.ts'

/** The switches of language and of light and dark. */
export function Preferences() {
  const { t, language } = useTexts()
  const dark = useDark()
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <span style={{ display: 'inline-flex', gap: 4 }}>
      <Button type="text" icon={<GlobalOutlined />} lang={other} onClick={() => void switchLanguage(other)}>
        {other === 'zh' ? '中文' : 'English'}
      </Button>
      <Tooltip title={dark ? t('theme.light') : t('theme.dark')}>
        <Button
          type="text"
          icon={dark ? <SunOutlined /> : <MoonOutlined />}
          aria-label={dark ? t('theme.light') : t('theme.dark')}
          onClick={() => chooseDark(!dark)}
        />
      </Tooltip>
    </span>
  )
}
