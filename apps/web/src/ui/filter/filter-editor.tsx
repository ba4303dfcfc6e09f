import type { EntityType, FilterTree } from '@cdp-watch/em-filter'
import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useId, useMemo, useRef, useState } from 'react'
import { useReturnFocus } from '../use-return-focus.ts'
import type { DisabledOperators } from './disabled-operators.ts'
import { FilterCode, type FilterCodeHandle } from './filter-code.tsx'
import classes from './filter-editor.module.css'
import { filterExamples } from './filter-examples.ts'
import { lintDelayMs } from './filter-language.ts'
import { keepKeys } from './keep-keys.ts'
import { readFilterText } from './read-filter-text.ts'

export interface FilterEditorProps {
  type: EntityType
  /** The text it begins with; later changes of it are not taken. */
  text: string
  disabledOperators: DisabledOperators
  /** The filter, or undefined for an empty text. */
  onApply: (tree: FilterTree | undefined) => void
  onCancel: () => void
}

/** A filter in EM's own language. Only one that can be asked can be applied. */
export function FilterEditor({
  type,
  text: initialText,
  disabledOperators,
  onApply,
  onCancel,
}: FilterEditorProps) {
  useReturnFocus()
  const code = useRef<FilterCodeHandle>(null)
  const helpId = useId()
  const problemId = useId()
  const [text, setText] = useState(initialText)
  const read = useMemo(
    () => readFilterText(text, type, disabledOperators),
    [text, type, disabledOperators],
  )
  const errors = read.ok ? [] : read.errors
  const [said] = useDebouncedValue(errors[0]?.message ?? '', lintDelayMs)
  const apply = () => {
    if (read.ok) onApply(read.tree)
  }
  return (
    <fieldset
      className={classes.editor}
      aria-label="Filter"
      onKeyDown={(event) => {
        keepKeys(event)
        if (event.key === 'Escape' && !event.defaultPrevented) onCancel()
      }}
    >
      <FilterCode
        ref={code}
        type={type}
        initialText={initialText}
        disabledOperators={disabledOperators}
        describedBy={`${problemId} ${helpId}`}
        onText={setText}
        onApply={apply}
        onCancel={onCancel}
      />
      <p id={problemId} className={classes.problem} aria-live="polite">
        {errors.some(({ message }) => message === said) ? said : ''}
      </p>
      <p id={helpId} className={classes.help}>
        <code>field operator "value"</code>, joined by <code>;</code> (and) and <code>,</code> (or),
        grouped by <code>( )</code>. “And” binds tighter. A quote inside a value is doubled. Times
        are UTC.
      </p>
      <ul className={classes.examples} aria-label="Examples to put in">
        {filterExamples[type].map((example) => (
          <li key={example}>
            <button type="button" onClick={() => code.current?.insertExample(example)}>
              {example}
            </button>
          </li>
        ))}
      </ul>
      <div className={classes.foot}>
        <span className={classes.keys}>
          <kbd>Ctrl</kbd>/<kbd>⌘</kbd> <kbd>Enter</kbd> applies · <kbd>Esc</kbd> cancels
        </span>
        <Button onClick={onCancel}>Cancel</Button>
        <Button variant="filled" disabled={!read.ok} onClick={apply}>
          Apply
        </Button>
      </div>
    </fieldset>
  )
}
