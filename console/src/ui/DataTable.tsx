import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { type Answer, type Init, type ItemOf, isRecoupError, type PagedPath } from '@recoup/sdk'
import { Button, Empty, Flex, Table, type TableProps, Typography } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useGet } from '../api.ts'
import { useTexts } from '../texts.ts'
import { ProblemAlert } from './ProblemAlert.tsx'
import { usePhone } from './screen.ts'

/** A column: `render` gets the row. */
export interface Column<Row> {
  readonly key: string
  readonly title: ReactNode
  readonly render: (row: Row) => ReactNode
  /** Numbers are right-aligned. */
  readonly align?: 'right'
  readonly width?: number | string
}

interface RowsProps<Row> {
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  readonly loading?: boolean
  /** Shown if there are no rows. */
  readonly empty?: ReactNode
  readonly label: string
  readonly more?: Omit<TableProps<Row>, 'columns' | 'dataSource' | 'rowKey'>
}

/** A table of rows that are already loaded. */
export function RowsTable<Row extends object>({ rows, columns, rowKey, loading, empty, label, more }: RowsProps<Row>) {
  const frame = useScrollable<HTMLDivElement>()
  const phone = usePhone()
  const ordered = phone ? amountsFirst(columns) : columns
  return (
    <div ref={frame}>
      <Table<Row>
        size="middle"
        aria-label={label}
        pagination={false}
        scroll={{ x: 'max-content' }}
        {...more}
        columns={ordered.map(({ key, title, render, align, width }) => ({
          key,
          title,
          render: (_: unknown, row: Row) => render(row),
          ...(align ? { align } : {}),
          ...(width === undefined ? {} : { width }),
        }))}
        dataSource={[...rows]}
        rowKey={rowKey}
        loading={loading ?? false}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} /> }}
      />
    </div>
  )
}

/** Wide tables scroll on a phone. The last figure is visible first, because it is the most important one. */
function amountsFirst<Row>([first, ...others]: readonly Column<Row>[]): Column<Row>[] {
  const isFigure = ({ align }: Column<Row>) => align === 'right'
  if (!first) return []
  return [first, ...others.filter(isFigure).toReversed(), ...others.filter((column) => !isFigure(column))]
}

/** A table that is wider than its container can be scrolled with the keyboard too. */
function useScrollable<Element extends HTMLElement>() {
  const frame = useRef<Element>(null)
  useEffect(() => {
    const content = frame.current?.querySelector<HTMLElement>('.ant-table-content')
    if (!content) return undefined
    const observer = new ResizeObserver(() => {
      if (content.scrollWidth > content.clientWidth) content.tabIndex = 0
      else content.removeAttribute('tabindex')
    })
    observer.observe(content)
    if (content.firstElementChild) observer.observe(content.firstElementChild)
    return () => observer.disconnect()
  }, [])
  return frame
}

interface Props<Path extends PagedPath> {
  readonly path: Path
  /** Filters; a change returns to the first page. */
  readonly init?: Init<Path, 'get'>
  readonly columns: readonly Column<ItemOf<Path>>[]
  readonly rowKey: (row: ItemOf<Path>) => string
  readonly empty?: ReactNode
  /** The accessible name of the table. */
  readonly label: string
  /** Rows per page. */
  readonly limit?: number
  /** Milliseconds between reads, for data that changes by itself. */
  readonly refresh?: number
  readonly more?: RowsProps<ItemOf<Path> & object>['more']
}

/** The cursors of the visited pages, by list and filters. */
type Trails = Readonly<Record<string, readonly string[]>>

/** The position in a list, stored in the entry of the browser's history so that it survives going back and reloading. */
function useTrail(list: string): readonly [readonly string[], (cursors: readonly string[]) => void] {
  const location = useLocation()
  const navigate = useNavigate()
  const state = location.state as { readonly trails?: Trails } | null
  const go = (cursors: readonly string[]) => {
    const trails = { ...state?.trails, [list]: cursors }
    void navigate(location, { replace: true, preventScrollReset: true, state: { ...state, trails } })
  }
  return [state?.trails?.[list] ?? [], go]
}

/** A paginated list of the API. */
export function DataTable<Path extends PagedPath>(props: Props<Path>) {
  const { path, init, columns, rowKey, empty, label, limit = 20, refresh, more } = props
  const { t } = useTexts()
  const asked = JSON.stringify(init ?? null)
  const [cursors, go] = useTrail(`${path} ${asked}`)
  const given = (init ?? {}) as { params?: { query?: object } }
  const cursor = cursors.at(-1)
  const query = { ...given.params?.query, limit, ...(cursor ? { cursor } : {}) }
  const page = useGet(path, { ...given, params: { ...given.params, query } } as unknown as Init<Path, 'get'>, {
    keepPrevious: true,
    ...(refresh ? { refetchInterval: refresh } : {}),
  })
  if (page.error) {
    // An expired cursor: start again with the first page.
    const retry = isRecoupError(page.error, 'cursor_invalid') ? () => go([]) : () => void page.refetch()
    return <ProblemAlert error={page.error} onRetry={retry} style={{ margin: 12 }} />
  }
  const { data = [], nextCursor = null } = (page.data ?? {}) as Partial<Answer<PagedPath>>
  return (
    <>
      <RowsTable
        rows={data as unknown as (ItemOf<Path> & object)[]}
        columns={columns}
        rowKey={rowKey}
        loading={page.isPending || page.isPlaceholderData}
        empty={empty}
        label={label}
        {...(more ? { more } : {})}
      />
      {(cursors.length > 0 || nextCursor) && (
        <Flex
          justify="flex-end"
          align="center"
          gap={8}
          style={{ padding: 12 }}
          component="nav"
          aria-label={t('table.pages')}
        >
          <Typography.Text type="secondary">{t('table.page', { page: cursors.length + 1 })}</Typography.Text>
          <Button icon={<LeftOutlined />} disabled={cursors.length === 0} onClick={() => go(cursors.slice(0, -1))}>
            {t('table.previous')}
          </Button>
          <Button
            icon={<RightOutlined />}
            iconPlacement="end"
            disabled={!nextCursor || page.isPlaceholderData}
            onClick={() => nextCursor && go([...cursors, nextCursor])}
          >
            {t('table.next')}
          </Button>
        </Flex>
      )}
    </>
  )
}
