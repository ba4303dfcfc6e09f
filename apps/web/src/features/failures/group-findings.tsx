import type { FailureDetail } from '@cdp-watch/contract'
import type { UseQueryResult } from '@tanstack/react-query'
import type { GroupSessions } from '../../api/failures.ts'
import { titleOf } from '../../ui/problem-notice.tsx'
import { GroupHead } from './group-head.tsx'
import classes from './group-page.module.css'
import { GroupPolicies } from './group-policies.tsx'
import { GroupSessionsList } from './group-sessions.tsx'
import { NotSeen } from './group-states.tsx'
import { GroupTexts } from './group-texts.tsx'
import { GroupTrend } from './group-trend.tsx'
import { GroupVms } from './group-vms.tsx'
import type { OpenedSession } from './opened-session.ts'

interface GroupFindingsProps {
  found: FailureDetail
  /** Why the last asking failed; what was known before is shown. */
  error: Error | null
  sessions: UseQueryResult<GroupSessions>
  sessionsLink: { href: string; onOpen: () => void }
  opened: OpenedSession
  onRetry: () => void
  /** Shows all that is kept of it. */
  onAll: () => void
}

/** Everything that is known of a group. */
export function GroupFindings(props: GroupFindingsProps) {
  const { found, error, sessions, sessionsLink, opened, onRetry } = props
  const { group } = found
  return (
    <>
      {error === null ? null : (
        <p className={classes.stale} role="alert">
          ✖ {titleOf(error)}; this is what was known before.{' '}
          <button type="button" className={classes.button} onClick={onRetry}>
            Try again
          </button>
        </p>
      )}
      {found.redirectedFrom === null ? null : (
        <p className={classes.note} role="status">
          This link was made by an earlier version of the grouping ({found.redirectedFrom}). Its
          failures are in this group now.
        </p>
      )}
      <GroupHead group={group} />
      {group.counts.sessions === 0 ? (
        <NotSeen lastSeenUTC={group.lastSeenUTC} onAll={props.onAll} />
      ) : (
        <GroupParts found={found} sessions={sessions} sessionsLink={sessionsLink} opened={opened} />
      )}
    </>
  )
}

type GroupPartsProps = Pick<GroupFindingsProps, 'found' | 'sessions' | 'sessionsLink' | 'opened'>

function GroupParts({ found, sessions, sessionsLink, opened }: GroupPartsProps) {
  const { group } = found
  return (
    <>
      <GroupTrend days={found.days} group={group} />
      <div className={classes.columns}>
        <div className={classes.half}>
          <GroupVms vms={found.vms} total={group.counts.vms} opened={opened} />
          <GroupPolicies policies={found.policies} total={group.counts.policies} />
        </div>
        <div className={classes.half}>
          <GroupSessionsList
            sessions={sessions}
            total={group.counts.sessions}
            link={sessionsLink}
            opened={opened}
          />
          <GroupTexts texts={found.texts} total={found.textCount} opened={opened} />
        </div>
      </div>
    </>
  )
}
