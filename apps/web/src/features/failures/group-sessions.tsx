import type { UseQueryResult } from '@tanstack/react-query'
import type { GroupSessions } from '../../api/failures.ts'
import { DurationText } from '../../ui/duration-text.tsx'
import { formatCount } from '../../ui/format-count.ts'
import { shownHealth } from '../../ui/health.ts'
import { HealthMark } from '../../ui/health-mark.tsx'
import { titleOf } from '../../ui/problem-notice.tsx'
import { TimeText } from '../../ui/time-text.tsx'
import classes from './group-page.module.css'
import { GroupSection } from './group-section.tsx'
import type { OpenedSession } from './opened-session.ts'
import { SessionAnchor } from './session-anchor.tsx'

interface GroupSessionsListProps {
  sessions: UseQueryResult<GroupSessions>
  /** How many there are in all. */
  total: number
  link: { href: string; onOpen: () => void }
  opened: OpenedSession
}

/** The newest sessions of a group, and the way to all of them. */
export function GroupSessionsList({ sessions, total, link, opened }: GroupSessionsListProps) {
  const items = sessions.data?.items ?? []
  return (
    <GroupSection
      title="Sessions"
      note={total > items.length ? `the newest of ${formatCount(total)}` : formatCount(total)}
      action={
        <a
          href={link.href}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return
            event.preventDefault()
            link.onOpen()
          }}
        >
          All in Sessions →
        </a>
      }
    >
      {sessions.isError ? (
        <p className={classes.stale} role="alert">
          ✖ {titleOf(sessions.error)}.{' '}
          <button type="button" className={classes.button} onClick={() => void sessions.refetch()}>
            Try again
          </button>
        </p>
      ) : null}
      <table className={classes.table} aria-busy={sessions.isPending}>
        <thead>
          <tr>
            <th scope="col" data-mark>
              Health
            </th>
            <th scope="col">Policy</th>
            <th scope="col" data-gives-way>
              Server
            </th>
            <th scope="col">Started</th>
            <th scope="col" data-gives-way>
              Duration
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((session) => (
            <tr key={session.uid} data-uid={session.uid} data-open={session.uid === opened.uid}>
              <td data-mark>
                <HealthMark health={shownHealth(session)} />
              </td>
              <th scope="row" title={session.policyName}>
                <SessionAnchor uid={session.uid} opened={opened} className={classes.row}>
                  <bdi>{session.policyName}</bdi>
                </SessionAnchor>
              </th>
              <td data-gives-way>{session.backupServerName ?? 'unknown'}</td>
              <td>
                <TimeText at={session.creationTimeUTC} />
              </td>
              <td data-gives-way>
                <DurationText of={session} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </GroupSection>
  )
}
