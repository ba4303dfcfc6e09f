import type { FailureStatus } from '@cdp-watch/contract'
import { statusWords } from './failure-status.ts'
import classes from './status-mark.module.css'

const line = { stroke: 'currentColor', strokeWidth: 2.1, strokeLinecap: 'round' } as const

const shapes: Record<FailureStatus, React.ReactNode> = {
  new: <path d="M7 2v10M2 7h10" {...line} />,
  returned: <path d="M5.2 2.2 2.4 5l2.8 2.8M2.8 5h5.4a3.3 3.3 0 0 1 0 6.6H5" {...line} />,
  ongoing: <path d="M2 7h9.4M8 3.4 11.6 7 8 10.6" {...line} />,
  recovered: <path d="M2.2 7.6 5.4 11l6.4-7.4" {...line} />,
}

/** How a group stands: colour, shape and word. `word` replaces the usual one. */
export function StatusMark({
  status,
  word = statusWords[status],
}: {
  status: FailureStatus
  word?: string
}) {
  return (
    <span className={classes.mark} data-status={status}>
      <svg viewBox="0 0 14 14" width="13" height="13" fill="none" aria-hidden="true">
        {shapes[status]}
      </svg>
      {word === '' ? null : word}
    </span>
  )
}
