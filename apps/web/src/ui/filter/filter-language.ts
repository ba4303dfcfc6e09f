import { complete, type EntityType } from '@cdp-watch/em-filter'
import {
  autocompletion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete'
import { type Diagnostic, linter } from '@codemirror/lint'
import type { Extension } from '@codemirror/state'
import type { DisabledOperators } from './disabled-operators.ts'
import { readFilterText } from './read-filter-text.ts'

/** Long enough for a word to be finished before it is called wrong. */
export const lintDelayMs = 500

const completions = (
  { state, pos, explicit }: CompletionContext,
  type: EntityType,
  disabled: DisabledOperators,
): CompletionResult | null => {
  const { from, to, options } = complete(state.doc.toString(), pos, type)
  const unusable = new Set(Object.keys(disabled))
  const usable = options.filter(({ kind, label }) => kind !== 'operator' || !unusable.has(label))
  // After a condition that is complete a list would only be in the way of the next key.
  const isWanted = explicit || usable.some(({ kind }) => kind !== 'connective')
  if (!isWanted || usable.length === 0) return null
  return {
    from,
    to,
    filter: false,
    options: usable.map(({ label, insert, detail, kind }) => ({
      label,
      detail,
      apply: insert,
      type: kind,
    })),
  }
}

/** Completion of a filter: fields, their operators but the disabled ones, values that are known. */
export function filterCompletion(type: EntityType, disabled: () => DisabledOperators): Extension {
  return autocompletion({
    override: [(context) => completions(context, type, disabled())],
    activateOnCompletion: ({ type: kind }) => kind !== 'value',
    icons: false,
  })
}

/** Marks what is wrong in a filter, at its place. */
export function filterLint(type: EntityType, disabled: () => DisabledOperators): Extension {
  return linter(
    ({ state }) => {
      const read = readFilterText(state.doc.toString(), type, disabled())
      if (read.ok) return []
      return read.errors.map(
        ({ start, end, message }): Diagnostic => ({
          from: start,
          to: end,
          severity: 'error',
          message,
        }),
      )
    },
    { delay: lintDelayMs },
  )
}
