import type { FilterTree } from '@cdp-watch/em-filter'
import { print } from '@cdp-watch/em-filter'
import { Group } from '@mantine/core'
import { useCallback, useMemo } from 'react'
import { CopyLink } from '../../ui/copy-link.tsx'
import type { DisabledOperators } from '../../ui/filter/disabled-operators.ts'
import { FilterBuilder } from '../../ui/filter/filter-builder.tsx'
import { FilterChips } from '../../ui/filter/filter-chips.tsx'
import { FiltersButton } from '../../ui/list/filters-button.tsx'
import classes from '../../ui/list/toolbar.module.css'
import { RangeMenu } from '../../ui/range/range-menu.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import { ChoiceChips } from './choice-chips.tsx'
import { choiceFields } from './choice-fields.ts'
import { type ColumnId, usualColumns } from './column-ids.ts'
import { ColumnsMenu } from './columns-menu.tsx'
import { type KnownNames, nameOfValue, suggestedValues } from './known-names.ts'
import { liveRefusals, refusedByLive } from './live-limits.ts'
import type { PageControl } from './page-control.ts'
import { sessionType } from './session-type.ts'
import type { Source } from './sessions-search.ts'
import { SourceMenu } from './source-menu.tsx'

interface SessionsToolbarProps extends PageControl {
  /** The filter a person wrote or built; undefined also where it cannot be read. */
  own: FilterTree | undefined
  disabledOperators: DisabledOperators
  known: KnownNames
  rail: React.ReactNode
  /** What more can be done with the rows of this source. */
  children?: React.ReactNode
}

/** What is shown, and what can be done with it. */
export function SessionsToolbar(props: SessionsToolbarProps) {
  const { search, change, source, own, onEditAsText, disabledOperators, known } = props
  const isLive = source.kind === 'live'
  // The menus are not drawn anew with every choice of the rail, which would wait for them.
  const { range, from, to } = search
  const ends = useMemo(() => ({ range, from, to }), [range, from, to])
  const onSource = useCallback(
    (next: Source) => change({ source: next === 'index' ? undefined : next }),
    [change],
  )
  const onColumns = useCallback((column: ColumnId[] | undefined) => change({ column }), [change])
  const filterUi = {
    type: sessionType,
    suggestions: (field: string) => suggestedValues(field, known),
    disabledOperators,
    onEditAsText,
    tree: own,
    onChange: (next: FilterTree | undefined) =>
      change({ filter: next === undefined ? undefined : print(next) }),
  } as const
  return (
    <div
      className={classes.bar}
      role="toolbar"
      aria-label="Sessions shown"
      data-detail={search.session !== undefined}
    >
      <RangeMenu search={ends} onChange={change} />
      <span className={classes.filters}>
        <FiltersButton
          used={choiceFields.filter(({ key }) => search[key] !== undefined).length}
          rail={props.rail}
        />
      </span>
      <SearchBox
        label="Search"
        placeholder="Search failure text, policy, VM, server…"
        text={search.q ?? ''}
        onText={(q, isFirst) => change({ q }, { replace: !isFirst })}
        disabledReason={isLive ? liveRefusals.q : undefined}
      />
      <ChoiceChips
        search={search}
        onChange={change}
        nameOf={(key, value) => nameOfValue(key, value, known)}
        refused={isLive ? refusedByLive(search) : []}
      />
      <FilterChips {...filterUi} />
      <span className={classes.add}>
        <FilterBuilder {...filterUi} />
      </span>
      <div className={classes.end}>
        <SourceMenu shown={source} onSource={onSource} />
        <Group gap="xs" visibleFrom="sm">
          <ColumnsMenu visible={search.column ?? usualColumns} onChange={onColumns} />
          {props.children}
        </Group>
        <span className={classes.link}>
          <CopyLink />
        </span>
      </div>
    </div>
  )
}
