import { healthWords } from '../../ui/health.ts'
import { Chip } from '../../ui/list/chip.tsx'
import { type ChoiceKey, choiceFields } from './choice-fields.ts'
import { type LiveRefusal, liveRefusals } from './live-limits.ts'
import type { SearchChange, SessionsSearch } from './sessions-search.ts'

interface ChoiceChipsProps {
  search: SessionsSearch
  onChange: (change: SearchChange) => void
  /** What people call a value. */
  nameOf: (key: ChoiceKey, value: string) => string
  /** Parts of the address that the source shown cannot be asked for. */
  refused: readonly LiveRefusal[]
}

/** What the rail filters by, beside the other filters, each with a way to take it off. */
export function ChoiceChips({ search, onChange, nameOf, refused }: ChoiceChipsProps) {
  return (
    <>
      {refused.includes('q') ? (
        <Chip
          label="Search"
          words={search.q ?? ''}
          reason={liveRefusals.q}
          onRemove={() => onChange({ q: undefined })}
        />
      ) : null}
      {choiceFields.map(({ key, label }) => {
        const values = search[key]
        if (!values) return null
        const name = (value: string) =>
          key === 'health' ? wordOfHealth(value) : nameOf(key, value)
        return (
          <Chip
            key={key}
            label={label}
            words={values.map(name).join(', ')}
            reason={key === 'health' && refused.includes(key) ? liveRefusals[key] : undefined}
            onRemove={() => onChange({ [key]: undefined })}
          />
        )
      })}
    </>
  )
}

function wordOfHealth(value: string): string {
  return Object.entries(healthWords).find(([health]) => health === value)?.[1] ?? value
}
