import { TimeText } from '../../ui/time-text.tsx'
import classes from './filling-notice.module.css'
import type { Filling } from './shown-source.ts'

/** The index does not reach back far enough yet: what is shown in its place, until when. */
export function FillingNotice({ filling: { share, reachedUTC } }: { filling: Filling }) {
  const percent = Math.floor(share * 100)
  return (
    <div className={classes.notice} role="status">
      <span className={classes.track} style={{ '--share': `${share * 100}%` }} aria-hidden="true" />
      <span>
        Index is being filled: {percent} %
        {reachedUTC === null ? null : (
          <>
            , back to <TimeText at={reachedUTC} />
          </>
        )}
        . Shown live meanwhile.
      </span>
    </div>
  )
}
