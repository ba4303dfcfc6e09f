import { IconX } from '@tabler/icons-react'
import { healthWords } from '../../ui/health.ts'
import classes from './choice-chips.module.css'
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

interface ChipProps {
  label: string
  words: string
  /** Why it is not applied. */
  reason: string | undefined
  onRemove: () => void
}

function Chip({ label, words, reason, onRemove }: ChipProps) {
  return (
    <span className={classes.chip} data-refused={reason !== undefined} title={reason}>
      <b>{label}</b>
      <bdi className={classes.words}>{words}</bdi>
      {reason === undefined ? null : <span className={classes.reason}>not applied: {reason}</span>}
      <button type="button" aria-label={`Remove filter ${label}: ${words}`} onClick={onRemove}>
        <IconX size={14} aria-hidden />
      </button>
    </span>
  )
}

function wordOfHealth(value: string): string {
  return Object.entries(healthWords).find(([health]) => health === value)?.[1] ?? value
}
