import type { Facets } from '@cdp-watch/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { missingPoliciesQuery, type SessionsSelection } from '../../api/sessions.ts'
import { formatCount } from '../../ui/format-count.ts'
import { healthWords } from '../../ui/health.ts'
import { HealthMark } from '../../ui/health-mark.tsx'
import { ChoiceList } from '../../ui/list/choice-list.tsx'
import { facetChoices } from '../../ui/list/facet-choices.ts'
import { NamedList } from '../../ui/list/named-list.tsx'
import classes from '../../ui/list/rail.module.css'
import type { ChoiceKey } from './choice-fields.ts'
import { knownStates, resultChoices } from './known-choices.tsx'
import type { SearchChange, SessionsSearch } from './sessions-search.ts'

interface FacetRailProps {
  search: SessionsSearch
  onChange: (change: SearchChange) => void
  /** Is told of a change that is about to be made. */
  onPress: (change: SearchChange) => void
  selection: SessionsSelection
  /** Undefined until there was an answer. */
  facets: Facets | undefined
  dataVersion: number | undefined
}

const healthChoices = ['failed', 'warning', 'ok'] as const
const rareHealths = ['unknown'] as const
const marks = [...healthChoices, ...rareHealths].map((health) => ({
  value: String(health),
  label: healthWords[health],
  mark: <HealthMark health={health} word="" />,
}))

/** Filters by a click, each with how many sessions it would leave. */
export function FacetRail(props: FacetRailProps) {
  const { search, onChange, onPress, selection, facets, dataVersion } = props
  const list = (key: ChoiceKey) => ({
    chosen: search[key] ?? [],
    onChoose: (values: string[]) => onChange({ [key]: values }),
    onPress: (values: string[]) => onPress({ [key]: values }),
  })
  const health = facetChoices(healthChoices, rareHealths, facets?.health, search.health ?? [])
  const results = facetChoices(
    resultChoices.map(({ value }) => value),
    [],
    facets?.result,
    search.result ?? [],
  )
  return (
    <nav className={classes.rail} aria-label="Filters">
      <ChoiceList
        title="Health"
        options={health.map((each) => ({
          ...each,
          ...marks.find(({ value }) => value === each.value),
        }))}
        {...list('health')}
        last={<MissingLine dataVersion={dataVersion} />}
      />
      <ChoiceList
        title="State"
        options={facetChoices(
          knownStates.slice(0, 2),
          knownStates.slice(2),
          facets?.state,
          search.state ?? [],
        )}
        {...list('state')}
      />
      <ChoiceList
        title="Result"
        options={results.map((each) => ({
          ...each,
          mark: resultChoices.find(({ value }) => value === each.value)?.mark,
        }))}
        {...list('result')}
      />
      <NamedList title="Policy" facet="policy" {...{ selection, facets }} {...list('policyUid')} />
      <NamedList
        title="Backup server"
        facet="backupServer"
        {...{ selection, facets }}
        {...list('backupServerUid')}
      />
    </nav>
  )
}

/** Policies that should run and do not have no session to show: they are on their own page. */
function MissingLine({ dataVersion }: { dataVersion: number | undefined }) {
  const missing = useQuery({
    ...missingPoliciesQuery(dataVersion ?? 0),
    enabled: dataVersion !== undefined,
    placeholderData: keepPreviousData,
  })
  return (
    <a
      href="/policies?health=missing"
      className={`${classes.choice} ${classes.link}`}
      data-none={missing.data === 0}
      title="Policies that should run and have no session"
    >
      <HealthMark health="missing" word="" />
      <span className={classes.label}>{healthWords.missing}</span>
      <span className={classes.count}>
        {missing.data === undefined ? '' : formatCount(missing.data)}
      </span>
    </a>
  )
}
