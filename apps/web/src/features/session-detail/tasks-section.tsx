import { countOf } from '../../ui/format-count.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Section } from './section.tsx'
import { StaleNotice } from './stale-notice.tsx'
import classes from './tasks-section.module.css'
import { TasksTable } from './tasks-table.tsx'
import type { SessionAnswers } from './use-session-answers.ts'

const notKept = 'Of an ended session the index keeps only the VMs that did not end well.'

/** The VMs of a session, or why they are not to be had. */
export function TasksSection({ answers }: { answers: SessionAnswers }) {
  const { sessionQuery, tasksQuery, tasksSource, vms, names } = answers
  const retry = () => void tasksQuery.refetch()
  if (vms.kind === 'known' && vms.rows.length > 0) {
    return (
      <TasksTable rows={vms.rows} names={names}>
        {tasksQuery.isError && !sessionQuery.isError ? (
          <StaleNotice
            error={tasksQuery.error}
            shown={tasksSource.kind === 'index' ? 'the index’s' : 'the last answer'}
            onRetry={retry}
          />
        ) : null}
        {vms.isWhole ? null : <p className={classes.part}>{notKept}</p>}
        <Unreadable rows={tasksQuery.data?.unreadable ?? 0} />
      </TasksTable>
    )
  }
  return (
    <Section title="VMs">
      {vms.kind === 'asking' ? (
        <div className={classes.skeleton} aria-hidden="true">
          {['a', 'b', 'c', 'd'].map((line) => (
            <i key={line} />
          ))}
        </div>
      ) : null}
      {tasksQuery.isError && vms.kind !== 'known' ? (
        <ProblemNotice error={tasksQuery.error} onRetry={retry} />
      ) : null}
      {vms.kind === 'known' ? (
        <p className={classes.none}>
          {vms.isWhole ? 'Enterprise Manager has no VMs of this session.' : notKept}
        </p>
      ) : null}
      <Unreadable rows={tasksQuery.data?.unreadable ?? 0} />
    </Section>
  )
}

function Unreadable({ rows }: { rows: number }) {
  if (rows === 0) return null
  return (
    <p className={classes.unreadable} role="status">
      {countOf(rows, 'row')} of Enterprise Manager's answer could not be read and{' '}
      {rows === 1 ? 'is' : 'are'} not shown.
    </p>
  )
}
