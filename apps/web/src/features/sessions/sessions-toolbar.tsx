import type { FilterTree } from '@cdp-watch/em-filter'
import { Group } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { liveBackupServersQuery, livePoliciesQuery } from '../../api/live.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { FilterBuilder } from '../../ui/filter/filter-builder.tsx'
import { FilterChips } from '../../ui/filter/filter-chips.tsx'
import { ChoiceChips } from './choice-chips.tsx'
import { usualColumns } from './column-ids.ts'
import { ColumnsMenu } from './columns-menu.tsx'
import { CopyAsMenu } from './copy-as-menu.tsx'
import { sessionType } from './live-filter.ts'
import { liveDisabledOperators } from './live-limits.ts'
import { RangeMenu } from './range-menu.tsx'
import type { SearchChange, SessionsSearch } from './sessions-search.ts'
import classes from './sessions-toolbar.module.css'

interface SessionsToolbarProps {
  search: SessionsSearch
  onChange: (change: SearchChange) => void
  filter: FilterTree | undefined
  onFilter: (filter: FilterTree | undefined) => void
  onEditAsText: () => void
  emUrl: string | undefined
  emPath: string | undefined
}

/** What is shown, and what can be done with it. */
export function SessionsToolbar(props: SessionsToolbarProps) {
  const { search, onChange, filter, onFilter, onEditAsText, emUrl, emPath } = props
  const policies = useQuery(livePoliciesQuery)
  const servers = useQuery(liveBackupServersQuery)
  const suggestions = (field: string): readonly string[] => {
    const ofPolicies = policies.data?.rows ?? []
    const ofServers = servers.data?.rows ?? []
    switch (field) {
      case 'PolicyName':
        return [...new Set(ofPolicies.map((each) => each.name))]
      case 'PolicyUid':
        return ofPolicies.map((each) => each.uid)
      case 'BackupServerName':
        return ofServers.map((each) => each.name)
      case 'BackupServerUid':
        return ofServers.map((each) => each.uid)
      default:
        return []
    }
  }
  const filterUi = {
    type: sessionType,
    suggestions,
    disabledOperators: liveDisabledOperators,
    onEditAsText,
  } as const
  return (
    <div className={classes.bar} role="toolbar" aria-label="Sessions shown">
      <RangeMenu search={search} onChange={onChange} />
      <ChoiceChips search={search} onChange={onChange} />
      <FilterChips {...filterUi} tree={filter} onChange={onFilter} />
      <FilterBuilder {...filterUi} tree={filter} onChange={onFilter} />
      <div className={classes.end}>
        <Group gap="xs" visibleFrom="sm">
          <ColumnsMenu
            visible={search.column ?? usualColumns}
            onChange={(column) => onChange({ column })}
          />
          {emUrl !== undefined && emPath !== undefined ? (
            <CopyAsMenu emUrl={emUrl} emPath={emPath} />
          ) : null}
        </Group>
        <CopyButton
          size="sm"
          text={() => window.location.href}
          icon={<IconLink size={16} aria-hidden />}
        >
          Copy link
        </CopyButton>
      </div>
    </div>
  )
}
