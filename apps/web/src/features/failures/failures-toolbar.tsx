import { CopyLink } from '../../ui/copy-link.tsx'
import { healthWords } from '../../ui/health.ts'
import { Chip } from '../../ui/list/chip.tsx'
import { FiltersButton } from '../../ui/list/filters-button.tsx'
import classes from '../../ui/list/toolbar.module.css'
import { RangeMenu } from '../../ui/range/range-menu.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import { WallMenu } from '../../ui/wall-menu.tsx'
import { ChangedSinceMenu } from './changed-since-menu.tsx'
import { statusWords } from './failure-status.ts'
import { type FailuresSearch, notOnWalls, type SearchChange } from './failures-search.ts'
import { usualFailuresRange } from './failures-selection.ts'
import type { Names } from './use-names.ts'

interface FailuresToolbarProps {
  search: FailuresSearch
  /** `replace`: without a step for the browser's Back. */
  onChange: (change: SearchChange, replace?: boolean) => void
  names: Names
  rail: React.ReactNode
}

/** Which causes are shown. */
export function FailuresToolbar({ search, onChange, names, rail }: FailuresToolbarProps) {
  const { severity, status, policyUid, backupServerUid } = search
  const chosen = [
    { key: 'severity', label: 'Health', words: severity?.map((each) => healthWords[each]) },
    { key: 'status', label: 'Status', words: status?.map((each) => statusWords[each]) },
    {
      key: 'backupServerUid',
      label: 'Server',
      words: backupServerUid?.map((uid) => names.nameOf('backupServer', uid)),
    },
    {
      key: 'policyUid',
      label: 'Policy',
      words: policyUid?.map((uid) => names.nameOf('policy', uid)),
    },
  ] as const
  return (
    <div className={classes.bar} role="toolbar" aria-label="Causes shown">
      <RangeMenu search={search} usual={usualFailuresRange} onChange={onChange} />
      <span className={classes.filters}>
        <FiltersButton
          used={chosen.filter(({ words }) => words !== undefined).length}
          rail={rail}
        />
      </span>
      <SearchBox
        text={search.q ?? ''}
        label="Search"
        placeholder="Search failure text, policy, VM, server…"
        onText={(q, isFirst) => onChange({ q }, !isFirst)}
      />
      <ChangedSinceMenu
        changedSince={search.changedSince}
        onChange={(changedSince) => onChange({ changedSince })}
      />
      {chosen.map(({ key, label, words }) =>
        words === undefined ? null : (
          <Chip
            key={key}
            label={label}
            words={words.join(', ')}
            onRemove={() => onChange({ [key]: undefined })}
          />
        ),
      )}
      <div className={classes.end}>
        <WallMenu
          filters={{ q: search.q, health: severity, policyUid, backupServerUid }}
          leftOut={notOnWalls(search)}
        />
        <span className={classes.link}>
          <CopyLink />
        </span>
      </div>
    </div>
  )
}
