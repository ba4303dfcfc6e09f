import type { PoliciesStatusAnswer } from '@cdp-watch/contract'
import { CopyLink } from '../../ui/copy-link.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import { WallMenu } from '../../ui/wall-menu.tsx'
import { HealthChips } from './health-chips.tsx'
import type { PoliciesSearch, SearchChange } from './policies-search.ts'
import classes from './policies-toolbar.module.css'
import { ServerMenu } from './server-menu.tsx'

interface PoliciesToolbarProps {
  search: PoliciesSearch
  /** `replace`: without a step for the browser's Back. */
  onChange: (change: SearchChange, replace?: boolean) => void
  facets: PoliciesStatusAnswer['facets'] | undefined
}

/** Which policies are shown. */
export function PoliciesToolbar({ search, onChange, facets }: PoliciesToolbarProps) {
  return (
    <div className={classes.bar} role="toolbar" aria-label="Policies shown">
      <SearchBox
        text={search.q ?? ''}
        label="Search policies"
        placeholder="Search policy, server…"
        onText={(q, isFirst) => onChange({ q }, !isFirst)}
      />
      <HealthChips
        chosen={search.health ?? []}
        counts={facets?.health}
        onChoose={(health) => onChange({ health })}
      />
      <ServerMenu
        chosen={search.backupServerUid ?? []}
        servers={facets?.backupServer ?? []}
        onChoose={(backupServerUid) => onChange({ backupServerUid })}
      />
      <WallMenu
        filters={{ q: search.q, health: search.health, backupServerUid: search.backupServerUid }}
      />
      <CopyLink />
    </div>
  )
}
