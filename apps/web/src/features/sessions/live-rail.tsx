import { useQuery } from '@tanstack/react-query'
import { liveBackupServersQuery, livePoliciesQuery } from '../../api/live.ts'
import { ChoiceList } from '../../ui/list/choice-list.tsx'
import classes from '../../ui/list/rail.module.css'
import type { ChoiceKey } from './choice-fields.ts'
import { knownStates, resultChoices } from './known-choices.tsx'
import type { SearchChange, SessionsSearch } from './sessions-search.ts'

interface LiveRailProps {
  search: SessionsSearch
  onChange: (change: SearchChange) => void
}

/** Filters by a click. Without counts: those need all rows, and EM gives no totals. */
export function LiveRail({ search, onChange }: LiveRailProps) {
  const policies = useQuery(livePoliciesQuery)
  const servers = useQuery(liveBackupServersQuery)
  const list = (key: ChoiceKey) => ({
    chosen: search[key] ?? [],
    onChoose: (values: string[]) => onChange({ [key]: values }),
  })
  return (
    <nav className={classes.rail} aria-label="Filters">
      <ChoiceList title="Result" options={resultChoices} {...list('result')} />
      <ChoiceList
        title="State"
        options={knownStates.map((value) => ({ value, label: value }))}
        {...list('state')}
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
      <ChoiceList
        title="Backup server"
        options={(servers.data?.rows ?? []).map((each) => ({ value: each.uid, label: each.name }))}
        {...list('backupServerUid')}
      />
      <p className={classes.rest}>
        Without counts: Enterprise Manager gives no totals.
        {policies.isError || servers.isError
          ? ' The names of policies and servers could not be asked.'
          : ''}
      </p>
    </nav>
  )
}
