import type { FilterTree } from '@cdp-watch/em-filter'
import { useHotkeys } from '@mantine/hooks'
import { useCallback, useMemo, useState } from 'react'
import { Announce } from '../../ui/announce.tsx'
import { PageFrame } from '../../ui/list/page-frame.tsx'
import { serverNow } from '../../ui/now.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { shownColumns } from './column-ids.ts'
import { FillingNotice } from './filling-notice.tsx'
import { LiveFoot } from './live-foot.tsx'
import { LiveRail } from './live-rail.tsx'
import { liveRow } from './live-row.ts'
import { LiveToolbar } from './live-toolbar.tsx'
import type { PageControl } from './page-control.ts'
import { emFilterOf } from './page-filter.ts'
import { EmptySessions } from './page-states.tsx'
import { rowsShown } from './rows-shown.ts'
import { SessionsTable } from './sessions-table.tsx'
import { liveSortOf, printSort, type SortKey } from './sort-keys.ts'
import { TableSkeleton } from './table-skeleton.tsx'
import { useLiveSessions } from './use-live-sessions.ts'
import { useRowKeys } from './use-row-keys.ts'
import { useVmReasons } from './use-vm-reasons.ts'

/** How many rows before the last the next page is asked for. */
const readAhead = 40

interface LiveSessionsProps extends PageControl {
  source: Extract<PageControl['source'], { kind: 'live' }>
  own: FilterTree | undefined
  sort: readonly SortKey[]
  onSelect: (uid: string | undefined) => void
  detail: React.ReactNode
}

/** Sessions as Enterprise Manager has them now. */
export function LiveSessions(props: LiveSessionsProps) {
  const { search, change, source, onEditAsText, own, sort, onSelect, detail } = props
  const [asked, setAsked] = useState(serverNow)
  const askAgain = () => setAsked(serverNow())
  const filter = useMemo(() => emFilterOf(search, own, asked), [search, own, asked])
  const live = liveSortOf(sort)
  const { session: _session, column: _column, ...subject } = search
  const { query, pages, rows } = useLiveSessions({
    filter,
    sort: live.sort,
    asked: String(asked),
    subject: JSON.stringify(subject),
  })
  const reasons = useVmReasons(rows, String(asked))
  const shown = useMemo(
    () => rows.map((session) => liveRow(session, reasons.of(session))),
    [rows, reasons],
  )
  const rowAt = useCallback((index: number) => shown[index], [shown])
  const list = JSON.stringify(subject)
  const count = rows.length
  const { active, setActive } = useRowKeys({
    count,
    rowAt,
    selected: search.session,
    onSelect,
    list,
  })
  useHotkeys([
    ['f', () => change({ result: search.result?.join() === 'Failed' ? undefined : ['Failed'] })],
    ['r', askAgain],
  ])
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = query
  const onSight = useCallback(
    (_first: number, last: number) => {
      const isNearEnd = count > 0 && last >= count - readAhead
      if (isNearEnd && hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage()
    },
    [count, hasNextPage, isFetchingNextPage, isError, fetchNextPage],
  )

  const last = pages.at(-1)
  const emPath = pages[0]?.query.emPath
  const rail = <LiveRail search={search} onChange={change} />
  return (
    <PageFrame
      title="Sessions"
      toolbar={<LiveToolbar {...{ search, change, source, onEditAsText, own, emPath, rail }} />}
      band={source.because === 'filling' ? <FillingNotice filling={source.filling} /> : null}
      rail={rail}
      rows={
        <>
          {query.isError && count === 0 ? (
            <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
          ) : query.isPending && count === 0 ? (
            <TableSkeleton label="Asking Enterprise Manager" />
          ) : count === 0 && !query.isPlaceholderData ? (
            <EmptySessions search={search} onChange={change} source="live" />
          ) : (
            <SessionsTable
              count={count}
              rowAt={rowAt}
              list={list}
              source="live"
              visible={shownColumns(search)}
              sort={live.keys}
              onSort={(keys) => change({ sort: printSort(keys) })}
              selected={search.session}
              onSelect={onSelect}
              active={active}
              onActivate={setActive}
              busy={query.isPlaceholderData}
              onSight={onSight}
              foot={() => (
                <LiveFoot
                  words={last ? rowsShown(count, last.page) : ''}
                  answeredUTC={last?.answeredUTC}
                  unreadable={pages
                    .flatMap((page) => page.rowProblems)
                    .filter((row) => row.row === 'left-out')}
                  incomplete={reasons.incomplete}
                  lost={live.lost}
                  busy={query.isFetching}
                  error={query.error}
                  onRefresh={askAgain}
                  onRetry={() =>
                    void (query.isFetchNextPageError ? fetchNextPage() : query.refetch())
                  }
                />
              )}
            />
          )}
          <Announce>
            {query.isSuccess && last && !query.isPlaceholderData ? rowsShown(count, last.page) : ''}
          </Announce>
        </>
      }
      detail={detail}
    />
  )
}
