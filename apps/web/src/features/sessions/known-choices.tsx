import { healthOf } from '../../ui/health.ts'
import { HealthMark } from '../../ui/health-mark.tsx'
import type { Choice } from '../../ui/list/choice-list.tsx'

/** EM's Results, worst first. */
export const resultChoices: readonly Choice[] = ['Failed', 'Warning', 'Success', 'None'].map(
  (value) => ({
    value,
    label: value,
    mark: (
      <HealthMark
        health={value === 'None' ? 'working' : healthOf({ state: 'Stopped', result: value })}
        word=""
      />
    ),
  }),
)

/** EM's States, those that are mostly asked for first. */
export const knownStates = ['Working', 'Stopped', 'Starting', 'Stopping', 'Pausing', 'Resuming']
