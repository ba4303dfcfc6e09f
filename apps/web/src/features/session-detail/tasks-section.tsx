import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { countOf } from './format-count.ts'
import { Section } from './section.tsx'
import { StaleNotice } from './stale-notice.tsx'
import classes from './tasks-section.module.css'
import { TasksTable } from './tasks-table.tsx'
import type { SessionAnswers } from './use-session-answers.ts'

/** The VMs of a session, or why they are not to be had. */
export function TasksSection({ answers }: { answers: SessionAnswers }) {
  const { sessionQuery, tasksQuery, vms, names } = answers
  const retry = () => void tasksQuery.refetch()
  if (vms.kind === 'known' && vms.rows.length > 0) {
    return (
      <TasksTable rows={vms.rows} names={names}>
        {tasksQuery.isError && !sessionQuery.isError ? (
          <StaleNotice error={tasksQuery.error} onRetry={retry} />
        ) : null}
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
      {tasksQuery.isError ? <ProblemNotice error={tasksQuery.error} onRetry={retry} /> : null}
      {vms.kind === 'known' ? (
        <p className={classes.none}>Enterprise Manager has no VMs of this session.</p>
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
