import { Notice } from '../../ui/notice.tsx'
import classes from './session-head.module.css'

/** EM answered, and does not know the session: it forgets them after the weeks it is set to keep. */
export function NoSuchSession({ uid }: { uid: string }) {
  return (
    <Notice title="Enterprise Manager has no such session (any more)">
      <p>
        It keeps sessions for as many weeks as its administrator set, and drops those of a backup
        server that was removed from it.
      </p>
      <p className={classes.uid}>{uid}</p>
    </Notice>
  )
}
