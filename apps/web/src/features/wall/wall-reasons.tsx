import type { OverviewReason } from '@cdp-watch/contract'
import { countOf } from '../../ui/format-count.ts'
import { startWords } from './wall-moment.ts'
import { onPage, type WallRoom } from './wall-pages.ts'
import classes from './wall-reasons.module.css'

interface WallReasonsProps {
  reasons: readonly OverviewReason[]
  room: WallRoom
  page: number
  now: number
}

/** Why policies are not well. What differs from VM to VM is left out: the words are to be read from afar. */
export function WallReasons({ reasons, room, page, now }: WallReasonsProps) {
  return (
    <section className={classes.reasons} aria-label="Why">
      <h2>Why</h2>
      {reasons.length === 0 ? <p className={classes.none}>No reason is told.</p> : null}
      <ul>
        {onPage(reasons, page, room.reasons).map(({ id, parts, vms, policies, sinceUTC }) => (
          <li key={id}>
            <bdi className={classes.words}>
              <Template parts={parts} />
            </bdi>
            <span className={classes.facts}>
              {[
                ...(vms > 0 ? [countOf(vms, 'VM')] : []),
                countOf(policies, 'policy', 'policies'),
                `since ${startWords(Date.parse(sinceUTC), now)}`,
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Template({ parts }: Pick<OverviewReason, 'parts'>) {
  let start = 0
  return parts.map(({ text, kind }) => {
    const key = start
    start += text.length
    return kind === null ? text : <mark key={key}>…</mark>
  })
}
