import type { FailureGroup } from '@cdp-watch/contract'
import { useEffect, useRef } from 'react'
import { formatCount } from '../../ui/format-count.ts'
import { HealthMark } from '../../ui/health-mark.tsx'
import { MarkedParts } from '../../ui/marked-parts.tsx'
import { useNow } from '../../ui/now.ts'
import { TimeText } from '../../ui/time-text.tsx'
import { useZone } from '../../ui/time-zone.ts'
import { statusSentence } from './failure-status.ts'
import classes from './group-head.module.css'
import { StatusMark } from './status-mark.tsx'

/** The cause in one view: how bad it is, how it stands, its template, and how much there is of it. */
export function GroupHead({ group }: { group: FailureGroup }) {
  const [zone] = useZone()
  const now = useNow()
  const heading = useRef<HTMLHeadingElement>(null)
  // Once: who comes from the list reads on from here.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const { counts } = group
  return (
    <section className={classes.head} data-severity={group.severity} aria-label="Cause">
      <div className={classes.standing}>
        {counts.sessions === 0 ? null : <HealthMark health={group.severity} />}
        <StatusMark status={group.status} />
        <span className={classes.sentence}>{statusSentence(group, zone, now)}</span>
      </div>
      <h2 className={classes.template} ref={heading} tabIndex={-1} dir="auto">
        <MarkedParts parts={group.templateParts} />
      </h2>
      <dl className={classes.facts}>
        <Fact label="Sessions">{formatCount(counts.sessions)}</Fact>
        <Fact label="VMs">{formatCount(counts.vms)}</Fact>
        <Fact label="Policies">{formatCount(counts.policies)}</Fact>
        <Fact label="Servers">{formatCount(counts.backupServers)}</Fact>
        <Fact label="First seen">
          <TimeText at={group.firstSeenUTC} />
        </Fact>
        <Fact label="Last seen">
          <TimeText at={group.lastSeenUTC} />
        </Fact>
      </dl>
    </section>
  )
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
