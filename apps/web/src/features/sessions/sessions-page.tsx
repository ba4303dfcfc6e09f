import { print } from '@cdp-watch/em-filter'
import { useHotkeys } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { aboutQuery } from '../../api/about.ts'
import { Announce } from '../../ui/announce.tsx'
import { serverNow } from '../../ui/now.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { ChoiceRail } from './choice-rail.tsx'
import { usualColumns } from './column-ids.ts'
import { KnownReasonsContext } from './known-reasons.ts'
import { composeFilter, printSort, readSort } from './live-filter.ts'
import { EmptySessions, UnreadableFilter } from './page-states.tsx'
import { rowsShown } from './rows-shown.ts'
import classes from './sessions-page.module.css'
import { changeSearch, type SearchChange, type SessionsSearch } from './sessions-search.ts'
import { SessionsTable } from './sessions-table.tsx'
import { SessionsToolbar } from './sessions-toolbar.tsx'
import { TableFoot } from './table-foot.tsx'
import { TableSkeleton } from './table-skeleton.tsx'
import { useLiveSessions } from './use-live-sessions.ts'
import { useVmReasons } from './use-vm-reasons.ts'

interface SessionsPageProps {
  search: SessionsSearch
  onSearch: (search: SessionsSearch) => void
  /** The open session's panel. */
  detail: (uid: string) => React.ReactNode
}

const FilterTextModal = lazy(() =>
  import('./filter-text-modal.tsx').then((module) => ({ default: module.FilterTextModal })),
)

const newestFirst = { field: 'CreationTimeUTC', descending: true }

/** Sessions as Enterprise Manager has them now. */
export function SessionsPage({ search, onSearch, detail }: SessionsPageProps) {
  const [asked, setAsked] = useState(serverNow)
  const [editing, setEditing] = useState(false)
  const [active, setActive] = useState(-1)
  const filter = useMemo(() => composeFilter(search, asked), [search, asked])
  const sort = readSort(search)
  const readable = filter.ok && sort !== undefined
  const tree = filter.ok ? filter.tree : undefined
  const about = useQuery(aboutQuery)
  const { query, pages, rows } = useLiveSessions({
    filter: tree,
    sort: sort ?? newestFirst,
    asked: String(asked),
    subject: JSON.stringify({ ...search, session: undefined, column: undefined }),
    enabled: readable,
  })
  const last = pages.at(-1)
  const reasons = useVmReasons(rows, String(asked))
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = query

  const change = (part: SearchChange) => {
    setActive(-1)
    onSearch(changeSearch(search, part))
  }
  const select = (session: string | undefined) => onSearch(changeSearch(search, { session }))
  const onNearEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage])
  const onSort = (field: string) =>
    change({
      sort: printSort({
        field,
        descending: sort?.field === field ? !sort.descending : descendingFirst(field),
      }),
    })
  const step = (by: number) => {
    const next = Math.min(rows.length - 1, Math.max(0, active + by))
    setActive(next)
    const uid = rows[next]?.uid
    if (search.session !== undefined && uid !== undefined) select(uid)
  }

  useHotkeys([
    ['j', () => step(1)],
    ['k', () => step(-1)],
    ['Escape', () => select(undefined)],
    ['f', () => change({ result: search.result?.join() === 'Failed' ? undefined : ['Failed'] })],
    ['r', () => setAsked(serverNow())],
  ])

  const columns = search.column ?? usualColumns
  return (
    <div className={classes.page} data-detail={search.session !== undefined}>
      <main className={classes.main}>
        <h1 className={classes.hidden}>Sessions</h1>
        <SessionsToolbar
          search={search}
          onChange={change}
          filter={filter.ok ? filter.own : undefined}
          onFilter={(next) => change({ filter: next ? print(next) : undefined })}
          onEditAsText={() => setEditing(true)}
          emUrl={about.data?.emUrl}
          emPath={readable ? pages[0]?.query.emPath : undefined}
        />
        <div className={classes.rail}>
          <ChoiceRail search={search} onChange={change} />
        </div>
        <div className={classes.rows}>
          {!readable ? (
            <UnreadableFilter
              text={search.filter ?? ''}
              errors={filter.ok ? [] : filter.errors}
              sort={sort === undefined ? search.sort : undefined}
              onEdit={() => setEditing(true)}
              onClear={() => change(filter.ok ? { sort: undefined } : { filter: undefined })}
            />
          ) : query.isError && rows.length === 0 ? (
            <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
          ) : query.isPending && rows.length === 0 ? (
            <TableSkeleton />
          ) : rows.length === 0 && !query.isPlaceholderData ? (
            <EmptySessions search={search} onChange={change} />
          ) : (
            <KnownReasonsContext value={reasons}>
              <SessionsTable
                rows={rows}
                visible={columns}
                sort={sort}
                onSort={onSort}
                selected={search.session}
                onSelect={select}
                active={active}
                onActivate={setActive}
                busy={query.isPlaceholderData}
                onNearEnd={onNearEnd}
                foot={
                  <TableFoot
                    words={last ? rowsShown(rows.length, last.page) : ''}
                    answeredUTC={last?.answeredUTC}
                    unreadable={pages
                      .flatMap((page) => page.rowProblems)
                      .filter((row) => row.row === 'left-out')}
                    incomplete={reasons.incomplete}
                    busy={query.isFetching}
                    error={query.error}
                    onRefresh={() => setAsked(serverNow())}
                    onRetry={() =>
                      void (query.isFetchNextPageError ? fetchNextPage() : query.refetch())
                    }
                  />
                }
              />
            </KnownReasonsContext>
          )}
          <Announce>
            {query.isSuccess && last && !query.isPlaceholderData
              ? rowsShown(rows.length, last.page)
              : ''}
          </Announce>
        </div>
      </main>
      {search.session === undefined ? null : (
        <div className={classes.detail}>{detail(search.session)}</div>
      )}
      {editing ? (
        <Suspense>
          <FilterTextModal
            text={search.filter ?? ''}
            onApply={(next) => {
              setEditing(false)
              change({ filter: next ? print(next) : undefined })
            }}
            onClose={() => setEditing(false)}
          />
        </Suspense>
      ) : null}
    </div>
  )
}

/** Times and results are asked for newest and worst first; names from A. */
function descendingFirst(field: string): boolean {
  return ['CreationTimeUTC', 'EndTimeUTC', 'Result'].includes(field)
}
