import type { FilterTree } from '@cdp-watch/em-filter'
import { useHotkeys } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { freshnessQuery } from '../../api/freshness.ts'
import { Announce } from '../../ui/announce.tsx'
import { countOf } from '../../ui/format-count.ts'
import { NewsPill } from '../../ui/list/news-pill.tsx'
import { PageFrame } from '../../ui/list/page-frame.tsx'
import { useAsked } from '../../ui/list/use-asked.ts'
import { useSame } from '../../ui/list/use-same.ts'
import { toSecond } from '../../ui/range/time-range.ts'
import { shownColumns } from './column-ids.ts'
import { FacetRail } from './facet-rail.tsx'
import { IndexFoot } from './index-foot.tsx'
import { IndexProblem } from './index-problem.tsx'
import { indexSelection } from './index-selection.ts'
import { IndexToolbar } from './index-toolbar.tsx'
import { newRowsWords } from './new-rows-words.ts'
import type { PageControl } from './page-control.ts'
import { EmptySessions } from './page-states.tsx'
import { ResultBand } from './result-band.tsx'
import { SessionsTable } from './sessions-table.tsx'
import { printSort, type SortKey } from './sort-keys.ts'
import { TableSkeleton } from './table-skeleton.tsx'
import { useAskAhead } from './use-ask-ahead.ts'
import { useIndexSessions } from './use-index-sessions.ts'
import { useRowKeys } from './use-row-keys.ts'

interface IndexSessionsProps extends PageControl {
  source: Extract<PageControl['source'], { kind: 'index' }>
  own: FilterTree | undefined
  sort: readonly SortKey[]
  onSelect: (uid: string | undefined) => void
  detail: React.ReactNode
}

/** Sessions of the index. */
export function IndexSessions(props: IndexSessionsProps) {
  const { search, change, source, onEditAsText, own, sort, onSelect, detail } = props
  const { session: _session, column: _column, source: _source, ...subject } = search
  const [asked, askAgain] = useAsked(JSON.stringify(subject))
  const selection = useSame(indexSelection(search, own, sort, asked))
  const { shown, isBefore, rowAt, onSight, ...state } = useIndexSessions(selection, asked)
  const freshness = useQuery(freshnessQuery).data
  const list = shown ? JSON.stringify([shown.selection, shown.asked]) : ''
  const { active, setActive } = useRowKeys({
    count: shown?.count ?? 0,
    rowAt,
    selected: search.session,
    onSelect,
    list,
  })
  useHotkeys([
    ['f', () => change({ health: search.health?.join() === 'failed' ? undefined : ['failed'] })],
    ['r', askAgain],
  ])
  const onZoom = useCallback(
    (from: number, to: number) =>
      change({ range: undefined, from: toSecond(from), to: toSecond(to) }),
    [change],
  )

  const answer = shown?.answer
  const facets = answer?.facets
  const dataVersion = answer?.dataVersion
  const onPress = useAskAhead(search, own, sort)
  const rail = useMemo(
    () => <FacetRail {...{ search, selection, facets, dataVersion, onPress }} onChange={change} />,
    [search, selection, facets, dataVersion, onPress, change],
  )
  return (
    <PageFrame
      title="Sessions"
      toolbar={
        <IndexToolbar
          {...{ search, change, source, onEditAsText, own, sort, selection, asked, facets, rail }}
          total={isBefore ? undefined : answer?.total}
        />
      }
      band={
        shown === undefined && state.error ? null : <ResultBand answer={answer} onZoom={onZoom} />
      }
      rail={rail}
      rows={
        <>
          {shown === undefined ? (
            state.error ? (
              <IndexProblem
                error={state.error}
                onRetry={state.retry}
                onLive={() => change({ source: 'live' })}
              />
            ) : (
              <TableSkeleton label="Asking the index" />
            )
          ) : shown.count === 0 && !isBefore ? (
            <EmptySessions search={search} onChange={change} source="index" />
          ) : (
            <SessionsTable
              count={shown.count}
              rowAt={rowAt}
              list={list}
              source="index"
              visible={shownColumns(search)}
              sort={sort}
              onSort={(keys) => change({ sort: printSort(keys) })}
              selected={search.session}
              onSelect={onSelect}
              active={active}
              onActivate={setActive}
              busy={isBefore}
              onSight={onSight}
              foot={(reachable) => (
                <IndexFoot
                  answer={shown.answer}
                  count={shown.count}
                  reachable={reachable}
                  freshness={freshness}
                  filling={source.filling}
                  busy={state.isAsking}
                  error={state.error}
                  onRetry={state.retry}
                />
              )}
            />
          )}
          {shown && !isBefore ? (
            <NewsPill
              words={newRowsWords({
                added: shown.answer.changes?.added ?? 0,
                changed: shown.answer.changes?.changed ?? 0,
                isMoved: state.isMoved,
              })}
              onShow={askAgain}
            />
          ) : null}
          <Announce>{shown && !isBefore ? countOf(shown.count, 'session') : ''}</Announce>
        </>
      }
      detail={detail}
    />
  )
}
