import { useHotkeys } from '@mantine/hooks'
import { useMemo, useState } from 'react'
import type { PoliciesSelection } from '../../api/policies.ts'
import { Announce } from '../../ui/announce.tsx'
import { countOf } from '../../ui/format-count.ts'
import { FillingNotice } from '../../ui/list/filling-notice.tsx'
import { ListFoot } from '../../ui/list/list-foot.tsx'
import { WithDetail } from '../../ui/list/with-detail.tsx'
import { useZone, zoneId } from '../../ui/time-zone.ts'
import type { GridPlace } from './grid-move.ts'
import { PoliciesGrid } from './policies-grid.tsx'
import {
  changeSearch,
  isFiltered,
  type PoliciesSearch,
  type SearchChange,
} from './policies-search.ts'
import { NoRows } from './policies-states.tsx'
import { PoliciesToolbar } from './policies-toolbar.tsx'
import { usePolicies } from './use-policies.ts'

interface PoliciesPageProps {
  search: PoliciesSearch
  /** `replace`: without a step for the browser's Back. */
  onSearch: (search: PoliciesSearch, replace: boolean) => void
  /** The open session's panel. */
  detail: (uid: string) => React.ReactNode
  /** Address of a session's page. */
  linkOf: (uid: string) => string
}

/** Policies: how each is now, and its last 30 days. */
export function PoliciesPage({ search, onSearch, detail, linkOf }: PoliciesPageProps) {
  const [zone] = useZone()
  const [asked, setAsked] = useState(0)
  const [active, setActive] = useState<GridPlace | undefined>(undefined)
  const selection = useSelection(search, zoneId(zone))
  const policies = usePolicies(selection, asked, active?.row)
  const { answer, isBefore } = policies
  const count = answer?.total ?? 0

  const change = (part: SearchChange, replace = false) => {
    setActive(undefined)
    onSearch(changeSearch(search, part), replace)
  }
  const open = (session: string | undefined) => onSearch(changeSearch(search, { session }), false)
  useHotkeys([
    ['Escape', () => search.session !== undefined && open(undefined)],
    ['f', () => change({ health: search.health?.join() === 'failed' ? undefined : ['failed'] })],
  ])

  const words = answer && !isBefore ? shownWords(count, isFiltered(search)) : ''
  return (
    <WithDetail
      title="Policies"
      detail={search.session === undefined ? null : detail(search.session)}
    >
      <PoliciesToolbar search={search} onChange={change} facets={answer?.facets} />
      <FillingNotice until="Older days are blank until it has them." />
      {answer && count > 0 ? (
        <PoliciesGrid
          policies={policies}
          days={answer.days}
          count={count}
          subject={JSON.stringify([selection, asked])}
          sort={search.sort}
          onSort={(sort) => change({ sort })}
          session={search.session}
          onOpen={open}
          active={active}
          onActivate={setActive}
          linkOf={linkOf}
          onShowOrder={() => setAsked(asked + 1)}
          foot={
            <ListFoot
              words={words}
              asOf={answer.asOf}
              isAsking={policies.isAsking}
              error={policies.error}
              onRetry={policies.retry}
            />
          }
        />
      ) : (
        <NoRows policies={policies} search={search} onChange={change} />
      )}
      <Announce>{words}</Announce>
    </WithDetail>
  )
}

function useSelection(search: PoliciesSearch, zone: string): PoliciesSelection {
  const { health, backupServerUid, q, sort } = search
  return useMemo(
    () => ({ zone, health, backupServerUid, q, sort }),
    [zone, health, backupServerUid, q, sort],
  )
}

function shownWords(count: number, filtered: boolean): string {
  const words = countOf(count, 'policy', 'policies')
  return filtered ? `${words} match${count === 1 ? 'es' : ''}` : words
}
