import type { ConditionDraft } from './condition-draft.ts'
import type { ListOption } from './option-list.tsx'

const most = 50

export interface OfferedValues {
  readonly options: readonly ListOption[]
  /** How many more match than are listed. */
  readonly more: number
}

/**
 * What is offered beside the input: known values that hold what is typed, in any case, less those
 * chosen. "Is empty" is asked of texts: EM leaves the message of many failed sessions empty.
 */
export function offeredValues(
  draft: ConditionDraft,
  suggestions: readonly string[],
): OfferedValues {
  const { field, operator, values, typed } = draft
  const wanted = typed.trim().toLowerCase()
  const fitting = suggestions.filter(
    (value) => value !== typed && !values.includes(value) && value.toLowerCase().includes(wanted),
  )
  const canBeEmpty = field.kind === 'text' && (operator === '==' || operator === '!=')
  const offersEmpty = canBeEmpty && typed === '' && !values.includes('')
  return {
    options: [
      ...fitting.slice(0, most).map((value) => ({ value, label: value })),
      ...(offersEmpty ? [{ value: '', label: '(empty)' }] : []),
    ],
    more: Math.max(0, fitting.length - most),
  }
}
