import {
  conditionsOf,
  type FilterRow,
  type FilterTree,
  findField,
  fromConditions,
  print,
} from '@cdp-watch/em-filter'
import { useRef } from 'react'
import { useZone } from '../time-zone.ts'
import { isBuildable } from './buildable.ts'
import { ConditionChip, TextChip } from './filter-chip.tsx'
import classes from './filter-chips.module.css'
import type { FilterSource } from './filter-source.ts'

export interface FilterChipsProps extends FilterSource {
  tree: FilterTree | undefined
  onChange: (tree: FilterTree | undefined) => void
}

/**
 * The filter as chips that can be changed and taken off, one for each condition that must hold. What
 * is more than that is one chip with its text.
 */
export function FilterChips({ tree, onChange, ...source }: FilterChipsProps) {
  const list = useRef<HTMLUListElement>(null)
  const [zone] = useZone()
  const rows = conditionsOf(tree)
  const change = (next: FilterTree | undefined) => {
    // The button that has the focus may go with its chip; the keyboard is to go on from here.
    list.current?.focus()
    onChange(next)
  }
  return (
    <ul ref={list} tabIndex={-1} aria-label="Filters" className={classes.chips}>
      {rows === undefined ? (
        <TextChip
          text={print(tree)}
          onOpen={source.onEditAsText}
          onRemove={() => change(undefined)}
        />
      ) : (
        keyed(rows).map(({ key, row }, index) => (
          <ConditionChip
            key={key}
            source={source}
            row={row}
            zone={zone}
            buildable={isBuildable(findField(source.type, row.field), row)}
            onChange={(changed) => change(fromConditions(rows.with(index, changed)))}
            onRemove={() => change(fromConditions(rows.toSpliced(index, 1)))}
          />
        ))
      )}
    </ul>
  )
}

/** A chip stays the same one while its operator and values change. */
function keyed(rows: readonly FilterRow[]): { key: string; row: FilterRow }[] {
  return rows.map((row, index) => {
    const before = rows.slice(0, index).filter(({ field }) => field === row.field)
    return { key: `${row.field} ${before.length}`, row }
  })
}
