import type { PolicyStatus } from '@cdp-watch/contract'
import { formatFull } from '../../ui/format-time.ts'
import { HealthMark } from '../../ui/health-mark.tsx'
import { useNow } from '../../ui/now.ts'
import { TimeText } from '../../ui/time-text.tsx'
import { useZone } from '../../ui/time-zone.ts'
import classes from './policies-grid.module.css'
import { policyHealth, rpoWords, streakWords, vmsWords } from './policy-words.ts'

/** What stands in a column of a policy's row. */
export function PolicyCell({ id, policy }: { id: string; policy: PolicyStatus }) {
  switch (id) {
    case 'health':
      return <HealthMark {...policyHealth(policy)} />
    case 'name':
      return (
        <span className={classes.name} title={policy.name} dir="auto">
          {policy.name}
        </span>
      )
    case 'server':
      return (
        <span title={policy.backupServerName ?? undefined}>
          {policy.backupServerName ?? 'unknown'}
        </span>
      )
    case 'streak':
      return policy.streak ? <Streak policy={policy} /> : null
    case 'rpo':
      return rpoWords(policy.rpoSeconds)
    case 'schedule':
      return <Schedule policy={policy} />
    case 'vms':
      return <Vms policy={policy} />
    case 'failure':
      return <Failure policy={policy} />
    default:
      return null
  }
}

function Streak({ policy }: { policy: PolicyStatus }) {
  const now = useNow()
  const [zone] = useZone()
  const since = policy.streak?.sinceUTC
  return (
    <time dateTime={since} title={since && `since ${formatFull(since, zone)}`}>
      {streakWords(policy, now)}
    </time>
  )
}

function Schedule({ policy }: { policy: PolicyStatus }) {
  if (policy.scheduleEnabled === false) return 'disabled'
  if (policy.nextRun !== null) return <TimeText at={policy.nextRun} />
  return policy.scheduleEnabled === null ? 'not known' : 'enabled'
}

function Vms({ policy }: { policy: PolicyStatus }) {
  const vms = vmsWords(policy.vms)
  if (!vms) return <span className={classes.absent}>–</span>
  return <span data-health={vms.health}>{vms.words}</span>
}

/** The newest failure text on one line, else why no session tells; on a phone, else where it runs. */
function Failure({ policy }: { policy: PolicyStatus }) {
  const note = policy.note === policyHealth(policy).word ? null : policy.note
  if (note !== null && (policy.health === 'missing' || policy.failureText === null))
    return <span title={note}>{note}</span>
  if (policy.failureText !== null)
    return (
      <span className={classes.message} title={policy.failureText} dir="auto">
        {policy.failureText}
      </span>
    )
  return (
    <span className={classes.instead}>
      {policy.backupServerName ?? 'server unknown'} · RPO {rpoWords(policy.rpoSeconds)}
    </span>
  )
}
