import { useState } from 'react'
import { formatCount } from '../../ui/format-count.ts'
import classes from './group-page.module.css'

/**
 * The beginning of a list, and what shows the rest of it. `total`: how many there are in all, of which
 * `all` may be only the first; `many`: what they are.
 */
export function useMore<T>(all: readonly T[], most: number, total: number, many: string) {
  const [shown, setShown] = useState<'first' | 'all'>('first')
  const listed = shown === 'all' ? all : all.slice(0, most)
  const beyond = total - all.length
  const button =
    listed.length < all.length ? (
      <button type="button" className={classes.button} onClick={() => setShown('all')}>
        Show{' '}
        {beyond > 0
          ? `the ${formatCount(all.length)} most frequent`
          : `all ${formatCount(all.length)}`}{' '}
        {many}
      </button>
    ) : beyond > 0 ? (
      <span>
        and {formatCount(beyond)} more, less frequent; a shorter range or a search narrows them
      </span>
    ) : null
  return { listed, more: button === null ? null : <p className={classes.more}>{button}</p> }
}
