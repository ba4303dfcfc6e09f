import type { Facets } from '@cdp-watch/contract'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  facetNamesQuery,
  missingPoliciesQuery,
  type SessionsSelection,
} from '../../api/sessions.ts'
import { formatCount } from '../../ui/format-count.ts'
import { healthWords } from '../../ui/health.ts'
import { HealthMark } from '../../ui/health-mark.tsx'
import type { ChoiceKey } from './choice-fields.ts'
import { ChoiceList } from './choice-list.tsx'
import { facetChoices, namedChoices } from './facet-choices.ts'
import { knownStates, resultChoices } from './known-choices.tsx'
import classes from './rail.module.css'
import type { SearchChange, SessionsSearch } from './sessions-search.ts'

interface FacetRailProps {
  search: SessionsSearch
  onChange: (change: SearchChange) => void
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
  const { search, onChange, selection, facets, dataVersion } = props
  const list = (key: ChoiceKey) => ({
    chosen: search[key] ?? [],
    onChoose: (values: string[]) => onChange({ [key]: values }),
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

interface NamedListProps {
  title: string
  facet: 'policy' | 'backupServer'
  selection: SessionsSelection
  facets: Facets | undefined
  chosen: readonly string[]
  onChoose: (values: string[]) => void
}

/** Policies or servers, most frequent first; beyond the first ones the index is asked by name. */
function NamedList({ title, facet, selection, facets, chosen, onChoose }: NamedListProps) {
  const [text, setText] = useState('')
  const [wanted] = useDebouncedValue(text, 150)
  const found = useQuery({
    ...facetNamesQuery(selection, wanted),
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
  })
  const named = text === '' ? facets?.[facet] : (found.data ?? facets)?.[facet]
  return (
    <ChoiceList
      title={title}
      options={namedChoices(named ?? [])}
      total={facets?.distinct[facet]}
      onFind={setText}
      chosen={chosen}
      onChoose={onChoose}
    />
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
