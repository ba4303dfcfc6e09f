import type { SessionTasks } from '@cdp-watch/contract'
import type { SessionRow } from './session-row.ts'
import classes from './sessions-table.module.css'

/** EM's word for the state; of a session that EM dropped, that it is gone. */
export function StateCell({ session }: { session: SessionRow }) {
  if (!session.isGone) return <span className={classes.muted}>{session.state}</span>
  const title = `Enterprise Manager no longer has this session. Its last word was ${session.state}.`
  return (
    <span className={classes.muted} title={title}>
      gone
    </span>
  )
}

/** How many VMs fail, of how many where that is known. */
export function VmsCell({ tasks: { total, failed, warning } }: { tasks: SessionTasks }) {
  if (failed === 0 && warning === 0) return <span className={classes.muted}>{total}</span>
  const of = total === null ? '' : `of ${total}`
  const title = `${failed} failed and ${warning} with a warning${total === null ? '' : `, of ${total} VMs`}`
  if (failed > 0 && warning > 0) {
    return (
      <span title={title}>
        <span className={classes.failed}>{failed} ✖</span>{' '}
        <span className={classes.warning}>{warning} ▲</span>{' '}
        <span className={classes.muted}>{of}</span>
      </span>
    )
  }
  return (
    <span title={title} className={failed > 0 ? classes.failed : classes.warning}>
      {failed + warning} {of} {failed > 0 ? '✖' : '▲'}
    </span>
  )
}

/** The most telling failure text on one line, and how many others there are. */
export function FailureCell({ session }: { session: SessionRow }) {
  const { failureText, failureCount, health } = session
  if (failureText !== null) {
    return (
      <span className={classes.failure}>
        <span className={classes.message} dir="auto" title={failureText}>
          {failureText}
        </span>
        {failureCount > 1 ? <span className={classes.more}>+{failureCount - 1} more</span> : null}
      </span>
    )
  }
  if (health === 'failed' || health === 'warning')
    return <span className={classes.muted}>no message; its VMs say why</span>
  return null
}
