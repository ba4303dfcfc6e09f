import type { Problem } from '@cdp-watch/contract'
import { Button } from '@mantine/core'
import { ApiError } from '../../api/api-error.ts'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { TimeText } from '../../ui/time-text.tsx'
import classes from './group-states.module.css'

interface NoGroupProps {
  id: string
  /** Null while it is asked for. */
  error: Error | null
  onRetry: () => void
  onBack: () => void
}

/** In the place of the group: that it is asked for, that there is none, or why there is no answer. */
export function NoGroup({ id, error, onRetry, onBack }: NoGroupProps) {
  if (error === null)
    return (
      <div className={classes.skeleton} role="status" aria-label="Asking for the cause">
        <i />
        <i />
        <i />
      </div>
    )
  const toList = <Button onClick={onBack}>To all failures</Button>
  const title = error instanceof ApiError ? titleOfNone(error.problem) : undefined
  if (title === undefined) return <ProblemNotice error={error} onRetry={onRetry} action={toList} />
  return (
    <Notice title={title} action={toList}>
      <p>{error.message}</p>
      <p className={classes.id}>{id}</p>
    </Notice>
  )
}

/** Undefined where asking again may help. */
function titleOfNone({ code, title }: Problem): string | undefined {
  if (code === 'not-found') return 'There is no such group of failures'
  return code === 'group-outdated' ? title : undefined
}

interface NotSeenProps {
  lastSeenUTC: string
  onAll: () => void
}

/** In the place of what there is of a group: that there is nothing of it among the sessions meant. */
export function NotSeen({ lastSeenUTC, onAll }: NotSeenProps) {
  return (
    <Notice
      title="No session in this range has it"
      action={<Button onClick={onAll}>Show all that is kept</Button>}
    >
      <p>
        It was last seen <TimeText at={lastSeenUTC} />, outside the range or the filters.
      </p>
    </Notice>
  )
}
