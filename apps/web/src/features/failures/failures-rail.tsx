import { type FailuresAnswer, failureStatuses, healths } from '@cdp-watch/contract'
import type { GroupSelection } from '../../api/failures.ts'
import { type Health, healthWords } from '../../ui/health.ts'
import { HealthMark } from '../../ui/health-mark.tsx'
import { ChoiceList } from '../../ui/list/choice-list.tsx'
import { facetChoices } from '../../ui/list/facet-choices.ts'
import { NamedList } from '../../ui/list/named-list.tsx'
import classes from '../../ui/list/rail.module.css'
import { failingSessions } from './failing-sessions.ts'
import { statusWords } from './failure-status.ts'
import type { FailuresSearch, SearchChange } from './failures-search.ts'
import { StatusMark } from './status-mark.tsx'
import type { Names } from './use-names.ts'

interface FailuresRailProps {
  search: FailuresSearch
  onChange: (change: SearchChange) => void
  selection: GroupSelection
  /** Undefined until there was an answer. */
  facets: FailuresAnswer['facets'] | undefined
  names: Names
}

const usualSeverities = ['failed', 'warning'] as const satisfies readonly Health[]
const rareSeverities = ['unknown', 'ok', 'missing'] as const satisfies readonly Health[]
const severityMarks = [...usualSeverities, ...rareSeverities].map((health) => ({
  value: String(health),
  label: healthWords[health],
  mark: <HealthMark health={health} word="" />,
}))
const statusMarks = failureStatuses.map((status) => ({
  value: String(status),
  label: statusWords[status],
  mark: <StatusMark status={status} word="" />,
}))

/** Filters by a click. Health and status tell how many causes there are of each, the others how many sessions. */
export function FailuresRail({ search, onChange, selection, facets, names }: FailuresRailProps) {
  const sessions = { selection: failingSessions(selection), facets: names.facets }
  return (
    <nav className={classes.rail} aria-label="Filters">
      <ChoiceList
        title="Health"
        options={marked(
          facetChoices(usualSeverities, rareSeverities, facets?.severity, search.severity ?? []),
          severityMarks,
        )}
        chosen={search.severity ?? []}
        onChoose={(chosen) =>
          onChange({ severity: healths.filter((each) => chosen.includes(each)) })
        }
      />
      <ChoiceList
        title="Status"
        options={marked(
          facetChoices(failureStatuses, [], facets?.status, search.status ?? []),
          statusMarks,
        )}
        chosen={search.status ?? []}
        onChoose={(chosen) =>
          onChange({ status: failureStatuses.filter((each) => chosen.includes(each)) })
        }
      />
      <NamedList
        title="Policy"
        facet="policy"
        {...sessions}
        chosen={search.policyUid ?? []}
        onChoose={(policyUid) => onChange({ policyUid })}
      />
      <NamedList
        title="Backup server"
        facet="backupServer"
        {...sessions}
        chosen={search.backupServerUid ?? []}
        onChoose={(backupServerUid) => onChange({ backupServerUid })}
      />
      <p className={classes.rest}>
        Health and status count causes, policies and servers failing sessions.
      </p>
    </nav>
  )
}

function marked<C extends { value: string }, M extends { value: string }>(
  choices: readonly C[],
  marks: readonly M[],
) {
  return choices.map((each) => ({ ...each, ...marks.find(({ value }) => value === each.value) }))
}
