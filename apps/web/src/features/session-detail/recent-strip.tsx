import type { Neighbour } from '@cdp-watch/contract'
import { formatShort } from '../../ui/format-time.ts'
import { healthWords, shownHealth } from '../../ui/health.ts'
import { HealthTile } from '../../ui/health-tile.tsx'
import { useNow } from '../../ui/now.ts'
import { useZone } from '../../ui/time-zone.ts'
import classes from './recent-strip.module.css'
import type { RecentWalk } from './recent-walk.ts'
import { Section } from './section.tsx'
import type { SessionAnswers } from './use-session-answers.ts'

interface RecentStripProps {
  uid: string
  answers: SessionAnswers
  linkOf: (uid: string) => string
  onSession: ((uid: string) => void) | undefined
}

/** The policy's sessions before and after this one, each a mark that leads to it. */
export function RecentStrip({ uid, answers, linkOf, onSession }: RecentStripProps) {
  const { walk, detailQuery } = answers
  return (
    <Section title="Before and after" note={noteOf(walk)}>
      {walk ? <Marks uid={uid} walk={walk} linkOf={linkOf} onSession={onSession} /> : null}
      {!walk && detailQuery.isPending ? <div className={classes.skeleton} aria-hidden /> : null}
      {!walk && detailQuery.isError ? (
        <p className={classes.none}>
          The index has nothing to show here: {detailQuery.error.message}
        </p>
      ) : null}
    </Section>
  )
}

function noteOf(walk: RecentWalk | undefined): string | undefined {
  if (!walk) return undefined
  const gaps = walk.recent.filter((each) => each.missingBefore).length
  const sessions =
    walk.recent.length === 1
      ? 'the only session of its policy'
      : `${walk.recent.length} sessions of its policy`
  return gaps === 0
    ? sessions
    : `${sessions}, ${gaps === 1 ? 'a gap' : `${gaps} gaps`} where one is missing`
}

interface MarksProps extends Omit<RecentStripProps, 'answers'> {
  walk: RecentWalk
}

function Marks({ uid, walk, linkOf, onSession }: MarksProps) {
  const [zone] = useZone()
  const now = useNow()
  return (
    <ol className={classes.strip}>
      {walk.recent.map((each) => (
        <li key={each.uid} data-gap={each.missingBefore}>
          {each.missingBefore ? (
            <HealthTile
              health="missing"
              label={`A session is missing before ${formatShort(each.creationTimeUTC, zone, now)}`}
            />
          ) : null}
          <HealthTile
            health={shownHealth(each)}
            label={`${formatShort(each.creationTimeUTC, zone, now)}: ${wordOf(each)}`}
            href={linkOf(each.uid)}
            onOpen={onSession && (() => onSession(each.uid))}
            isCurrent={each.uid === uid}
          />
        </li>
      ))}
    </ol>
  )
}

function wordOf(session: Neighbour): string {
  return healthWords[shownHealth(session)]
}
