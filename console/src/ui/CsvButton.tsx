import { DownloadOutlined } from '@ant-design/icons'
import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTexts } from '../texts.ts'
import { saveFile } from './save-file.ts'

export interface CsvFile {
  readonly key: string
  readonly label: string
  /** The file name without its extension. */
  readonly name: string
  /** Request `format: 'csv'` with `parseAs: 'blob'`, which preserves the bytes, including the byte order mark that Excel needs. */
  readonly read: () => Promise<Blob>
}

/** Downloads reports as CSV: a button for one file, a menu for several. */
export function CsvButton({ files }: { readonly files: readonly CsvFile[] }) {
  const { t } = useTexts()
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const download = async ({ name, read }: CsvFile) => {
    setBusy(true)
    try {
      saveFile(await read(), `${name}.csv`)
    } catch (error) {
      message.error((error as Error).message)
    } finally {
      setBusy(false)
    }
  }
  const button = (onClick?: () => void) => (
    <Button icon={<DownloadOutlined />} loading={busy} disabled={files.length === 0} {...(onClick ? { onClick } : {})}>
      {t('csv')}
    </Button>
  )
  if (files.length < 2) return button(() => files[0] && void download(files[0]))
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items: files.map((file) => ({ key: file.key, label: file.label, onClick: () => void download(file) })) }}
    >
      {button()}
    </Dropdown>
  )
}
