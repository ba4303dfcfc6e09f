import type { Facets } from '@cdp-watch/contract'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { facetNamesQuery, type SessionsSelection } from '../../api/sessions.ts'
import { ChoiceList, type ChoiceListProps } from './choice-list.tsx'
import { namedChoices } from './facet-choices.ts'

interface NamedListProps
  extends Pick<ChoiceListProps, 'title' | 'chosen' | 'onChoose' | 'onPress'> {
  facet: 'policy' | 'backupServer'
  selection: SessionsSelection
  facets: Facets | undefined
}

/** Policies or servers, most frequent first; beyond the first ones the index is asked by name. */
export function NamedList({ facet, selection, facets, ...list }: NamedListProps) {
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
      {...list}
      options={namedChoices(named ?? [])}
      total={facets?.distinct[facet]}
      onFind={setText}
    />
  )
}
