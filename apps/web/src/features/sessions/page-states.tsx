import type { FilterError } from '@cdp-watch/em-filter'
import { Button, Group } from '@mantine/core'
import { Notice } from '../../ui/notice.tsx'
import { presetOf, presetWords } from '../../ui/range/time-range.ts'
import { choiceFields } from './choice-fields.ts'
import classes from './page-states.module.css'
import type { SearchChange, SessionsSearch, Source } from './sessions-search.ts'

interface UnreadableFilterProps {
  text: string
  errors: readonly FilterError[]
  sort: string | undefined
  onEdit: () => void
  onClear: () => void
}

/** The address holds a filter or sort that cannot be read: nothing is shown rather than too much. */
export function UnreadableFilter({ text, errors, sort, onEdit, onClear }: UnreadableFilterProps) {
  return (
    <Notice
      tone="warning"
      title={sort === undefined ? 'The filter cannot be read' : 'The sort cannot be read'}
      action={
        <Group gap="xs">
          {sort === undefined ? <Button onClick={onEdit}>Mend the filter</Button> : null}
          <Button onClick={onClear}>
            {sort === undefined ? 'Remove the filter' : 'Newest first'}
          </Button>
        </Group>
      }
    >
      {errors[0] === undefined ? null : (
        <p className={classes.filter}>
          {text.slice(0, errors[0].start)}
          <mark className={classes.wrong}>
            {text.slice(errors[0].start, errors[0].end) || '\u00a0'}
          </mark>
          {text.slice(errors[0].end)}
        </p>
      )}
      {errors.map((error) => (
        <p key={`${error.start} ${error.code}`}>{error.message}</p>
      ))}
      {sort === undefined ? null : <p>Sessions cannot be sorted by “{sort}”.</p>}
    </Notice>
  )
}

interface EmptySessionsProps {
  search: SessionsSearch
  onChange: (change: SearchChange) => void
  source: Source
}

const who: Record<Source, string> = {
  index: 'The index has no session',
  live: 'Enterprise Manager answered, and has no session',
}

/** Nothing matches: what was asked, and the ways to ask for more. */
export function EmptySessions({ search, onChange, source }: EmptySessionsProps) {
  const isFiltered =
    search.q !== undefined ||
    search.filter !== undefined ||
    choiceFields.some(({ key }) => search[key] !== undefined)
  const preset = presetOf(search)
  return (
    <Notice
      title="No sessions match"
      action={
        <Group gap="xs">
          {isFiltered ? (
            <Button
              onClick={() =>
                onChange({
                  q: undefined,
                  filter: undefined,
                  ...Object.fromEntries(choiceFields.map(({ key }) => [key, undefined])),
                })
              }
            >
              Remove the filters
            </Button>
          ) : null}
          {preset === 'all' ? null : (
            <Button onClick={() => onChange({ range: 'all', from: undefined, to: undefined })}>
              Show all that is kept
            </Button>
          )}
        </Group>
      }
    >
      <p>
        {who[source]} that started in this range
        {preset ? ` (${presetWords[preset]})` : ''}
        {isFiltered ? ' and passes the filters' : ''}.
      </p>
    </Notice>
  )
}
