import type { Overview } from '@cdp-watch/contract'
import { memo } from 'react'
import { formatCount } from '../../ui/format-count.ts'
import { HealthShape } from '../../ui/health-shape.tsx'
import { illCount } from './counts-words.ts'
import classes from './wall-dots.module.css'
import type { WallRoom } from './wall-pages.ts'

interface WallDotsProps {
  overview: Overview
  room: WallRoom
  page: number
  pages: number
}

/** What is well, a dot each; what is not known; and which page this is. */
export const WallDots = memo(({ overview, room, page, pages }: WallDotsProps) => {
  const { ok, unknown } = overview.counts
  const dots = Math.min(ok, room.dots)
  const beyond = illCount(overview) - room.columns * room.rows
  return (
    <footer className={classes.dots}>
      <span className={classes.row} style={{ '--dots': dots }} aria-hidden="true" />
      {ok > dots ? <span>+{formatCount(ok - dots)}</span> : null}
      {unknown > 0 ? (
        <span className={classes.unknown}>
          <HealthShape health="unknown" size="0.8em" /> {formatCount(unknown)} unknown
        </span>
      ) : null}
      {pages > 1 ? (
        <span className={classes.page}>
          {page + 1} / {pages}
          {beyond > 0 ? ` · +${formatCount(beyond)} more` : ''}
        </span>
      ) : null}
    </footer>
  )
})
