import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { failureQuery, groupSessionsQuery } from '../../api/failures.ts'
import { FillingNotice } from '../../ui/list/filling-notice.tsx'
import { useAsked } from '../../ui/list/use-asked.ts'
import { useSame } from '../../ui/list/use-same.ts'
import { WithDetail } from '../../ui/list/with-detail.tsx'
import { useZone, zoneId } from '../../ui/time-zone.ts'
import { useNewData } from '../../ui/use-new-data.ts'
import { changeGroupSearch, type GroupChange, type GroupSearch } from './failures-search.ts'
import { groupSelection } from './failures-selection.ts'
import { GroupBar } from './group-bar.tsx'
import { GroupFindings } from './group-findings.tsx'
import classes from './group-page.module.css'
import { NoGroup } from './group-states.tsx'
import { groupTicket } from './group-ticket.ts'
import { useLinkKeys } from './use-link-keys.ts'
import { useNames } from './use-names.ts'

interface GroupPageProps {
  id: string
  search: GroupSearch
  onSearch: (search: GroupSearch) => void
  /** Back to the list, as it was where the person comes from it. */
  onBack: () => void
  /** Absolute address of this page, without what is open beside it. */
  link: () => string
  /** Address of the list of these sessions on the Sessions page, and the way there. */
  sessions: { href: string; onOpen: () => void }
  /** Address of a session's page. */
  linkOf: (uid: string) => string
  /** The open session's panel. */
  detail: (uid: string) => React.ReactNode
}

/** One cause: its template, how it stands, its trend, and its sessions, VMs, texts and policies. */
export function GroupPage(props: GroupPageProps) {
  const { id, search, onSearch, linkOf } = props
  const [zone] = useZone()
  const client = useQueryClient()
  const { session, ...meant } = search
  const [asked] = useAsked(JSON.stringify([id, meant]))
  const selection = useSame(groupSelection(search, asked, zoneId(zone)))
  const group = useQuery(failureQuery(id, selection))
  const sessions = useQuery(groupSessionsQuery(id, selection))
  const isNarrowed = search.policyUid !== undefined || search.backupServerUid !== undefined
  const names = useNames(selection, isNarrowed)
  useNewData(() => {
    void client.invalidateQueries({ queryKey: failureQuery(id, selection).queryKey })
    void client.invalidateQueries({ queryKey: groupSessionsQuery(id, selection).queryKey })
  })
  const change = (part: GroupChange) => onSearch(changeGroupSearch(search, part))
  const open = (uid: string | undefined) => change({ session: uid })
  const page = useRef<HTMLDivElement>(null)
  useLinkKeys({ page, session, onClose: () => open(undefined) })

  const found = group.data
  return (
    <WithDetail
      title="Cause of failures"
      detail={session === undefined ? null : props.detail(session)}
    >
      <GroupBar
        search={search}
        onChange={change}
        onBack={props.onBack}
        names={names}
        ticket={
          found && found.group.counts.sessions > 0
            ? () => groupTicket(found, props.link())
            : undefined
        }
      />
      <div className={classes.scroller} ref={page}>
        <div className={classes.column}>
          <FillingNotice until="Counts grow until it has all of them." />
          {found ? (
            <GroupFindings
              found={found}
              error={group.error}
              sessions={sessions}
              sessionsLink={props.sessions}
              opened={{ uid: session, linkOf, onOpen: open }}
              onRetry={() => void group.refetch()}
              onAll={() => onSearch({ range: 'all' })}
            />
          ) : (
            <NoGroup
              id={id}
              error={group.error}
              onRetry={() => void group.refetch()}
              onBack={props.onBack}
            />
          )}
        </div>
      </div>
    </WithDetail>
  )
}
