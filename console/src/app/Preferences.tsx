import { GlobalOutlined, MoonOutlined, SunOutlined } from '@ant-design/icons'
import { App, Button, Tooltip } from 'antd'
import { keepLanguage, switchLanguage, useTexts } from '../texts.ts'
import { chooseDarkMode, useDarkMode } from '../ui/dark-mode.ts'
import { isServerReachable } from './server-reachable.ts'

/** The switches for the language and for dark mode. */
export function Preferences() {
  const { t, language } = useTexts()
  const { message, modal } = App.useApp()
  const dark = useDarkMode()
  const other = language === 'zh' ? 'en' : 'zh'
  const change = async () => {
    try {
      await switchLanguage(other)
    } catch {
      if (!(await isServerReachable())) return void message.error(t('layout.languageAway'))
      // Reloading discards unsaved input, so the user must confirm it.
      modal.confirm({
        title: t('layout.languageAnew'),
        content: t('layout.languageAnewLead'),
        okText: t('failure.reload'),
        onOk: () => {
          keepLanguage(other)
          window.location.reload()
        },
      })
    }
  }
  return (
    <span style={{ display: 'inline-flex', gap: 4 }}>
      <Button type="text" icon={<GlobalOutlined />} lang={other} onClick={() => void change()}>
        {other === 'zh' ? '中文' : 'English'}
      </Button>
      <Tooltip title={dark ? t('theme.light') : t('theme.dark')}>
        <Button
          type="text"
          icon={dark ? <SunOutlined /> : <MoonOutlined />}
          aria-label={dark ? t('theme.light') : t('theme.dark')}
          onClick={() => chooseDarkMode(!dark)}
        />
      </Tooltip>
    </span>
  )
}
