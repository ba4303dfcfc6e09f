import { isStopped, type Session } from '@cdp-watch/contract'
import { DurationText } from '../../ui/duration-text.tsx'
import { formatCount } from '../../ui/format-count.ts'
import { HealthMark } from '../../ui/health-mark.tsx'
import { TimeText } from '../../ui/time-text.tsx'
import classes from './session-head.module.css'
import type { SessionHealth, VmsReading } from './session-health.ts'
import { isFailing } from './task-rows.ts'

/** Under the title: which session of the policy it is, and whose. */
export function SessionOrigin({ session }: { session: Session }) {
  return (
    <p className={classes.origin}>
      Session of <TimeText at={session.creationTimeUTC} precise />
      {session.backupServerName ? ` · ${session.backupServerName}` : ' · backup server not named'}
      {session.isRetry ? <span className={classes.retry}>Retry</span> : null}
    </p>
  )
}

interface SessionFactsProps {
  session: Session
  health: SessionHealth
  vms: VmsReading
}

/** The facts of a session, EM's own words where ours do not cover them. */
export function SessionFacts({ session, health, vms }: SessionFactsProps) {
  return (
    <dl className={classes.facts}>
      <Fact label="Health">
        <HealthFact health={health} />
      </Fact>
      <Fact label="State">{session.state}</Fact>
      <Fact label="Duration">
        <DurationText of={session} />
      </Fact>
      <Fact label="Started">
        <TimeText at={session.creationTimeUTC} precise />
      </Fact>
      <Fact label="Ended">
        {session.endTimeUTC !== null ? (
          <TimeText at={session.endTimeUTC} precise />
        ) : (
          <Quiet>{isStopped(session) ? 'no time given' : 'not yet'}</Quiet>
        )}
      </Fact>
      <Fact label="VMs">
        <VmsFact vms={vms} />
      </Fact>
    </dl>
  )
}

function HealthFact({ health }: { health: SessionHealth }) {
  if (health.kind === 'known') return <HealthMark health={health.health} word={health.word} />
  return health.kind === 'asking' ? (
    <Quiet>asking its VMs…</Quiet>
  ) : (
    <HealthMark health="unknown" word="Not known" />
  )
}

function VmsFact({ vms }: { vms: VmsReading }) {
  if (vms.kind !== 'known') return <Quiet>{vms.kind === 'asking' ? 'asking…' : 'not known'}</Quiet>
  const failing = vms.rows.filter(isFailing).length
  if (!vms.isWhole)
    return failing > 0
      ? `${formatCount(failing)} failing, the others not kept`
      : 'not kept in the index'
  const total = formatCount(vms.rows.length)
  if (vms.rows.length === 0) return <Quiet>none yet</Quiet>
  return failing > 0 ? `${formatCount(failing)} of ${total} failing` : `${total}, none failing`
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Quiet({ children }: { children: React.ReactNode }) {
  return <span className={classes.quiet}>{children}</span>
}

/** The room of the head while the session is asked for the first time. */
export function SessionFactsSkeleton() {
  return (
    <div className={classes.skeleton} aria-hidden="true">
      <i data-width="half" />
      <div className={classes.facts}>
        {['Health', 'State', 'Duration', 'Started', 'Ended', 'VMs'].map((label) => (
          <div key={label} className={classes.fact}>
            <i data-width="label" />
            <i data-width="value" />
          </div>
        ))}
      </div>
      <i data-width="label" />
      <i data-width="card" />
    </div>
  )
}
