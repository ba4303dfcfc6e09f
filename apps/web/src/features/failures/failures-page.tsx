import { useHotkeys } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import type { FailuresSelection } from '../../api/failures.ts'
import { Announce } from '../../ui/announce.tsx'
import { countOf } from '../../ui/format-count.ts'
import { FillingNotice } from '../../ui/list/filling-notice.tsx'
import { ListFoot } from '../../ui/list/list-foot.tsx'
import { NewsPill } from '../../ui/list/news-pill.tsx'
import { PageFrame } from '../../ui/list/page-frame.tsx'
import { useAsked } from '../../ui/list/use-asked.ts'
import { useSame } from '../../ui/list/use-same.ts'
import { useZone, zoneId } from '../../ui/time-zone.ts'
import { FailuresBand } from './failures-band.tsx'
import { FailuresRail } from './failures-rail.tsx'
import { changeSearch, type FailuresSearch, type SearchChange } from './failures-search.ts'
import { failuresSelection } from './failures-selection.ts'
import { NoRows } from './failures-states.tsx'
import { FailuresTable } from './failures-table.tsx'
import { FailuresToolbar } from './failures-toolbar.tsx'
import { newsWords } from './news-words.ts'
import { useFailures } from './use-failures.ts'
import { useKeptPlace } from './use-kept-place.ts'
import { useNames } from './use-names.ts'

interface FailuresPageProps {
  search: FailuresSearch
  /** `replace`: without a step for the browser's Back. */
  onSearch: (search: FailuresSearch, replace: boolean) => void
  /** Address of the page of a group. */
  linkOf: (id: string) => string
  onGroup: (id: string) => void
  /** Names the entry of the browser's history that is shown. */
  entryOf: () => string
}

/** Failures: the few causes behind them, worst and newest first. */
export function FailuresPage(props: FailuresPageProps) {
  const { search, onSearch, linkOf, onGroup, entryOf } = props
  const [zone] = useZone()
  const subject = JSON.stringify([search, zone])
  const { kept, onPlace } = useKeptPlace(subject, entryOf)
  const [asked, askAgain] = useAsked(subject, kept?.asked)
  const selection: FailuresSelection = useSame(failuresSelection(search, asked, zoneId(zone)))
  const [place, setPlace] = useState({ subject, active: kept?.active ?? -1 })
  const active = place.subject === subject ? place.active : -1
  const top = useRef(kept?.top ?? 0)
  const failures = useFailures(selection, asked, active < 0 ? undefined : active)
  const names = useNames(selection)
  const { first, isBefore } = failures
  const answer = first?.answer
  const count = first?.count ?? 0

  const tellPlace = () => onPlace({ subject, asked, top: top.current, active })
  useEffect(tellPlace)
  const change = (part: SearchChange, replace = false) =>
    onSearch(changeSearch(search, part), replace)
  useHotkeys([
    [
      'f',
      () => change({ severity: search.severity?.join() === 'failed' ? undefined : ['failed'] }),
    ],
    ['r', askAgain],
  ])

  const facets = answer?.facets
  const rail = <FailuresRail {...{ search, selection, facets, names }} onChange={change} />
  const words = answer && !isBefore ? countOf(count, 'cause') : ''
  return (
    <PageFrame
      title="Failures"
      toolbar={<FailuresToolbar {...{ search, names, rail }} onChange={change} />}
      band={
        <>
          {first === undefined && failures.error ? null : (
            <FailuresBand answer={answer} changedSince={search.changedSince} />
          )}
          <FillingNotice until="Counts grow until it has all of them." />
        </>
      }
      rail={rail}
      rows={
        <>
          {answer && (count > 0 || isBefore) ? (
            <FailuresTable
              failures={failures}
              count={count}
              days={answer.days}
              list={JSON.stringify([first?.selection, first?.asked])}
              top={kept?.top ?? 0}
              onTop={(scrolled) => {
                top.current = scrolled
                tellPlace()
              }}
              sort={search.sort}
              onSort={(sort) => change({ sort })}
              active={active}
              onActivate={(row) => setPlace({ subject, active: row })}
              linkOf={linkOf}
              onOpen={onGroup}
              foot={
                <ListFoot
                  words={words}
                  asOf={answer.asOf}
                  isAsking={failures.isAsking}
                  error={failures.error}
                  onRetry={failures.retry}
                />
              }
            />
          ) : (
            <NoRows failures={failures} search={search} onChange={change} />
          )}
          {first && !isBefore ? (
            <NewsPill words={newsWords(first, failures.isMoved)} onShow={askAgain} />
          ) : null}
          <Announce>{words}</Announce>
        </>
      }
    />
  )
}
