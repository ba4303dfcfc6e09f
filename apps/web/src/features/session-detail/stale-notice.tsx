import { titleOf } from '../../ui/problem-notice.tsx'
import classes from './stale-notice.module.css'

/** What is shown is an older answer: EM was asked again, and why that gave nothing. */
export function StaleNotice({
  error,
  shown = 'the last answer',
  onRetry,
}: {
  error: Error
  shown?: string
  onRetry: () => void
}) {
  const title = titleOf(error)
  return (
    <div className={classes.stale} role="alert">
      <p>
        <b>Not refreshed: {title}.</b> {error.message} What is shown is {shown}.
      </p>
      <button type="button" className={classes.retry} onClick={onRetry}>
        Try again
      </button>
    </div>
  )
}
