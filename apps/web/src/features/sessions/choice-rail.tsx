import { useQuery } from '@tanstack/react-query'
import { liveBackupServersQuery, livePoliciesQuery } from '../../api/live.ts'
import { healthOf } from '../../ui/health.ts'
import { HealthMark } from '../../ui/health-mark.tsx'
import { ChoiceList } from './choice-list.tsx'
import classes from './choice-rail.module.css'
import type { ChoiceKey } from './live-filter.ts'
import type { SearchChange, SessionsSearch } from './sessions-search.ts'

const results = ['Failed', 'Warning', 'Success', 'None'].map((value) => ({
  value,
  label: value,
  mark: (
    <HealthMark
      health={value === 'None' ? 'working' : healthOf({ state: 'Stopped', result: value })}
      word=""
    />
  ),
}))
const states = ['Working', 'Stopped', 'Starting', 'Stopping', 'Pausing', 'Resuming'].map(
  (value) => ({ value, label: value }),
)

interface ChoiceRailProps {
  search: SessionsSearch
  onChange: (change: SearchChange) => void
}

/** Filters by a click. Without counts: those need all rows, and EM gives no totals. */
export function ChoiceRail({ search, onChange }: ChoiceRailProps) {
  const policies = useQuery(livePoliciesQuery)
  const servers = useQuery(liveBackupServersQuery)
  const list = (key: ChoiceKey) => ({
    chosen: search[key] ?? [],
    onChoose: (values: string[]) => onChange({ [key]: values }),
  })
  return (
    <nav className={classes.rail} aria-label="Filters">
      <ChoiceList title="Result" options={results} {...list('result')} />
      <ChoiceList title="State" options={states} {...list('state')} />
      <ChoiceList
        title="Backup server"
        options={(servers.data?.rows ?? []).map((each) => ({ value: each.uid, label: each.name }))}
        {...list('backupServerUid')}
      />
      <ChoiceList
        title="Policy"
        options={(policies.data?.rows ?? []).map((each) => ({
          value: each.uid,
          label: each.name,
          detail: each.backupServerName ?? undefined,
        }))}
        {...list('policyUid')}
      />
      {policies.isError || servers.isError ? (
        <p className={classes.rest}>The names of policies and servers could not be asked.</p>
      ) : null}
    </nav>
  )
}
