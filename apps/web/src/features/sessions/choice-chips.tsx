import { lazy, Suspense } from 'react'
import { healthWords } from '../../ui/health.ts'
import { Chip } from '../../ui/list/chip.tsx'
import { type ChoiceKey, choiceFields } from './choice-fields.ts'
import { type LiveRefusal, liveRefusals } from './live-limits.ts'
import type { SearchChange, SessionsSearch } from './sessions-search.ts'

const FailureChip = lazy(() =>
  import('./failure-chip.tsx').then((module) => ({ default: module.FailureChip })),
)

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
        const chip = {
          label,
          reason: isRefused(key, refused) ? liveRefusals[key] : undefined,
          onRemove: () => onChange({ [key]: undefined }),
        }
        const words = values.map(name).join(', ')
        return key === 'failure' ? (
          <Suspense key={key} fallback={<Chip {...chip} words={words} />}>
            <FailureChip {...chip} ids={values} />
          </Suspense>
        ) : (
          <Chip key={key} {...chip} words={words} />
        )
      })}
    </>
  )
}

function isRefused(
  key: ChoiceKey,
  refused: readonly LiveRefusal[],
): key is LiveRefusal & ChoiceKey {
  return refused.some((each) => each === key)
}

function wordOfHealth(value: string): string {
  return Object.entries(healthWords).find(([health]) => health === value)?.[1] ?? value
}
