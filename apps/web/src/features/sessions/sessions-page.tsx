import { print } from '@cdp-watch/em-filter'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { freshnessQuery } from '../../api/freshness.ts'
import { PageFrame } from '../../ui/list/page-frame.tsx'
import { useSame } from '../../ui/list/use-same.ts'
import { serverNow } from '../../ui/now.ts'
import { rangeEnds } from '../../ui/range/time-range.ts'
import { useStable } from '../../ui/use-stable.ts'
import { IndexSessions } from './index-sessions.tsx'
import { liveDisabledOperators } from './live-limits.ts'
import type { PageControl } from './page-control.ts'
import { readOwnFilter } from './page-filter.ts'
import { UnreadableFilter } from './page-states.tsx'
import { changeSearch, type SessionsSearch } from './sessions-search.ts'
import { SessionsToolbar } from './sessions-toolbar.tsx'
import { shownSource } from './shown-source.ts'
import { readSort } from './sort-keys.ts'
import { TableSkeleton } from './table-skeleton.tsx'

const LiveSessions = lazy(() =>
  import('./live-sessions.tsx').then((module) => ({ default: module.LiveSessions })),
)
const FilterTextModal = lazy(() =>
  import('./filter-text-modal.tsx').then((module) => ({ default: module.FilterTextModal })),
)

interface SessionsPageProps {
  search: SessionsSearch
  /** `replace`: Back passes over the state before. */
  onSearch: (search: SessionsSearch, options?: { replace: boolean }) => void
  /** The open session's panel. */
  detail: (uid: string) => React.ReactNode
}

const nothingKnown = { policies: [], servers: [] }

/** Sessions: of the index, or as Enterprise Manager has them now. */
export function SessionsPage({ search, onSearch, detail: detailOf }: SessionsPageProps) {
  const [editing, setEditing] = useState(false)
  const own = useMemo(() => readOwnFilter(search), [search])
  const sort = useMemo(() => readSort(search.sort), [search.sort])
  const freshness = useQuery(freshnessQuery)
  const source = useSame(
    shownSource(
      search.source,
      freshness.data ?? (freshness.isError ? 'failed' : undefined),
      rangeEnds(search, serverNow()).from,
    ),
  )
  const change: PageControl['change'] = useStable((part, options) =>
    onSearch(changeSearch(search, part), options),
  )
  const onSelect = useCallback((session: string | undefined) => change({ session }), [change])
  const tree = own.ok ? own.tree : undefined
  const detail = search.session === undefined ? null : detailOf(search.session)
  const disabledOperators = source.kind === 'live' ? liveDisabledOperators : {}
  const onEditAsText = useCallback(() => setEditing(true), [])
  const control = { search, change, source, onEditAsText }
  const parts = { ...control, own: tree, detail, onSelect }
  const toolbar = (
    <SessionsToolbar
      {...control}
      own={tree}
      disabledOperators={disabledOperators}
      known={nothingKnown}
      rail={null}
    />
  )
  const skeleton = (
    <PageFrame
      title="Sessions"
      toolbar={toolbar}
      rail={null}
      rows={<TableSkeleton label="Being loaded" />}
      detail={detail}
    />
  )
  return (
    <>
      {!own.ok || sort === undefined ? (
        <PageFrame
          title="Sessions"
          toolbar={toolbar}
          rail={null}
          detail={detail}
          rows={
            <UnreadableFilter
              text={search.filter ?? ''}
              errors={own.ok ? [] : own.errors}
              sort={own.ok ? search.sort : undefined}
              onEdit={onEditAsText}
              onClear={() => change(own.ok ? { sort: undefined } : { filter: undefined })}
            />
          }
        />
      ) : source.kind === 'waiting' ? (
        skeleton
      ) : source.kind === 'index' ? (
        <IndexSessions {...parts} source={source} sort={sort} />
      ) : (
        <Suspense fallback={skeleton}>
          <LiveSessions {...parts} source={source} sort={sort} />
        </Suspense>
      )}
      {editing ? (
        <Suspense>
          <FilterTextModal
            text={search.filter ?? ''}
            disabledOperators={disabledOperators}
            onApply={(next) => {
              setEditing(false)
              change({ filter: next === undefined ? undefined : print(next) })
            }}
            onClose={() => setEditing(false)}
          />
        </Suspense>
      ) : null}
    </>
  )
}
