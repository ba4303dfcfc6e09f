import { Input } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useZone, zoneName } from '../time-zone.ts'
import { dayOf, readTypedTime, withDay, writesZone } from './typed-time.ts'
import type { ValueInputProps } from './value-input-props.ts'
import classes from './value-time.module.css'

const DayCalendar = lazy(() =>
  import('./day-calendar.tsx').then((module) => ({ default: module.DayCalendar })),
)

/** A moment: typed or pasted to the fraction of a second, its day also by the calendar. */
export function ValueTime({
  draft,
  problemId,
  onDraft,
}: Pick<ValueInputProps, 'draft' | 'problemId' | 'onDraft'>) {
  const [zone] = useZone()
  const { typed, field } = draft
  const read = readTypedTime(field.label, typed, zone)
  const shownZone = writesZone(typed)
    ? ''
    : zoneName(zone, read.ok ? new Date(read.iso) : new Date())
  return (
    <>
      <Input
        data-autofocus
        aria-label={`${field.label}, date and time`}
        withAria={false}
        aria-invalid={problemId !== undefined}
        aria-describedby={problemId}
        error={problemId !== undefined}
        placeholder="YYYY-MM-DD hh:mm:ss"
        classNames={{ input: classes.input ?? '' }}
        rightSection={<span className={classes.zone}>{shownZone}</span>}
        rightSectionWidth={64}
        value={typed}
        onChange={(event) => onDraft({ typed: event.currentTarget.value })}
      />
      <div className={classes.calendar}>
        <Suspense fallback={null}>
          <DayCalendar
            day={dayOf(typed, zone)}
            onDay={(day) => onDraft({ typed: withDay(typed, day) })}
          />
        </Suspense>
      </div>
    </>
  )
}
