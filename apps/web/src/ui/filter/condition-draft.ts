import {
  condition,
  type FilterField,
  type FilterOperator,
  type FilterRow,
  printForEm,
  readValue,
} from '@cdp-watch/em-filter'
import type { ZoneChoice } from '../time-zone.ts'
import { takesSeveral } from './buildable.ts'
import type { DisabledOperators } from './disabled-operators.ts'
import { readTypedTime, typedTimeOf } from './typed-time.ts'

/** A condition while a person builds it. */
export interface ConditionDraft {
  readonly field: FilterField
  readonly operator: FilterOperator
  /** Values chosen already, in EM's form. */
  readonly values: readonly string[]
  /** What is in the input and not yet a value; '' for kinds that are only chosen from. */
  readonly typed: string
}

export type Choice = 'known-values' | 'yes-no' | 'time' | 'text'

/** How a field's value is entered. */
export function choiceOf(field: FilterField): Choice {
  switch (field.kind) {
    case 'enum':
      return 'known-values'
    case 'boolean':
      return 'yes-no'
    case 'time':
      return 'time'
    case 'uid':
    case 'text':
    case 'number':
      return 'text'
  }
}

/** A new condition on a field, with the operator that is most asked for. */
export function draftFor(field: FilterField, disabled: DisabledOperators): ConditionDraft {
  const usual: FilterOperator = field.kind === 'time' ? '>=' : '=='
  const enabled = field.operators.filter((operator) => disabled[operator] === undefined)
  const operator = enabled.includes(usual) ? usual : (enabled[0] ?? usual)
  return { field, operator, values: [], typed: '' }
}

const isTyped = (field: FilterField): boolean => {
  const choice = choiceOf(field)
  return choice === 'time' || choice === 'text'
}

/** The draft that changes a row of the filter; only for rows that `isBuildable`. */
export function draftOfRow(field: FilterField, row: FilterRow, zone: ZoneChoice): ConditionDraft {
  const { operator, values } = row
  if (!isTyped(field) || takesSeveral(field, operator))
    return { field, operator, values, typed: '' }
  const [value = ''] = values
  return {
    field,
    operator,
    values: [],
    typed: field.kind === 'time' ? typedTimeOf(value, zone) : value,
  }
}

/** Another operator, with as much of the values as it can take. */
export function withOperator(draft: ConditionDraft, operator: FilterOperator): ConditionDraft {
  if (takesSeveral(draft.field, operator)) return { ...draft, operator }
  const [first] = draft.values
  if (!isTyped(draft.field)) return { ...draft, operator, values: draft.values.slice(0, 1) }
  return { ...draft, operator, values: [], typed: draft.typed === '' ? (first ?? '') : draft.typed }
}

export type ReadDraft =
  | { readonly ok: true; readonly row: FilterRow }
  | { readonly ok: false; readonly message: string }

const readOne = ({ field, operator }: ConditionDraft, text: string): ReadDraft => {
  const read = readValue(field, operator, text)
  if (!read.ok) return read
  const row: FilterRow = { field: field.name, operator, values: [read.value] }
  // "is" in place of the operator: whether that is allowed is not what is asked here.
  const printed = printForEm(condition(field.name, '==', read.value))
  return printed.ok ? { ok: true, row } : { ok: false, message: printed.error.message }
}

const readTyped = (draft: ConditionDraft, zone: ZoneChoice): ReadDraft => {
  if (draft.field.kind === 'text') return readOne(draft, draft.typed)
  if (draft.field.kind !== 'time') return readOne(draft, draft.typed.trim())
  const time = readTypedTime(draft.field.label, draft.typed, zone)
  return time.ok ? readOne(draft, time.iso) : time
}

/** The draft as a row of the filter, or the sentence that says what is missing or wrong. */
export function readDraft(
  draft: ConditionDraft,
  disabled: DisabledOperators,
  zone: ZoneChoice,
): ReadDraft {
  const { field, operator } = draft
  const reason = disabled[operator]
  if (reason !== undefined) return { ok: false, message: reason }
  const values: string[] = []
  const reads = draft.values.map((value) => readOne(draft, value))
  if (draft.typed.trim() !== '') reads.push(readTyped(draft, zone))
  for (const read of reads) {
    if (!read.ok) return read
    values.push(...read.row.values)
  }
  if (values.length === 0) {
    return {
      ok: false,
      message: isTyped(field) ? `Type a value for ${field.label}.` : 'Choose at least one value.',
    }
  }
  return { ok: true, row: { field: field.name, operator, values: [...new Set(values)] } }
}

/** The draft with its typed text turned into a value, so that another can be typed; undefined when it is none. */
export function withTypedTaken(
  draft: ConditionDraft,
  zone: ZoneChoice,
): ConditionDraft | undefined {
  if (draft.typed.trim() === '') return undefined
  const read = readTyped(draft, zone)
  return read.ok ? withValues({ ...draft, typed: '' }, read.row.values) : undefined
}

/** The draft with more values, each once. */
function withValues(draft: ConditionDraft, added: readonly string[]): ConditionDraft {
  return { ...draft, values: [...new Set([...draft.values, ...added])] }
}
