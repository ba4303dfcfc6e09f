import { type FilterRow, findField } from '@cdp-watch/em-filter'
import { useState } from 'react'
import { useZone } from '../time-zone.ts'
import { type ConditionDraft, draftFor, draftOfRow } from './condition-draft.ts'
import { ConditionForm } from './condition-form.tsx'
import classes from './condition-popover.module.css'
import { FieldPicker } from './field-picker.tsx'
import type { FilterSource } from './filter-source.ts'

interface ConditionStepsProps {
  source: FilterSource
  /** The condition to change, or undefined to build a new one. */
  row?: FilterRow
  onSubmit: (row: FilterRow) => void
}

/** Builds or changes a condition step by step: its field, unless it has one, then operator and value. */
export function ConditionSteps({ source, row, onSubmit }: ConditionStepsProps) {
  const [zone] = useZone()
  const [draft, setDraft] = useState<ConditionDraft | undefined>(() => {
    const field = row && findField(source.type, row.field)
    return row && field ? draftOfRow(field, row, zone) : undefined
  })
  if (draft === undefined) {
    return (
      <div className={classes.fields}>
        <FieldPicker
          type={source.type}
          onPick={(field) => setDraft(draftFor(field, source.disabledOperators))}
        />
        <button type="button" className={classes.asText} onClick={source.onEditAsText}>
          Edit as text
        </button>
      </div>
    )
  }
  return (
    <ConditionForm
      source={source}
      initial={draft}
      submitWords={row === undefined ? 'Add filter' : 'Change filter'}
      onSubmit={onSubmit}
      onBack={() => setDraft(undefined)}
    />
  )
}
