import '@mantine/dates/styles.layer.css'
import { DatePicker } from '@mantine/dates'
import { useState } from 'react'
import classes from './day-calendar.module.css'

interface DayCalendarProps {
  /** `YYYY-MM-DD`, or undefined for none. */
  day: string | undefined
  onDay: (day: string) => void
}

/** A month to pick a day from; it turns to the day that is typed. */
export function DayCalendar({ day, onDay }: DayCalendarProps) {
  const [turnedTo, setTurnedTo] = useState(day)
  const [shown, setShown] = useState(day)
  if (day !== turnedTo) {
    setTurnedTo(day)
    if (day !== undefined) setShown(day)
  }
  return (
    <DatePicker
      size="sm"
      hideOutsideDates
      classNames={{ day: classes.day ?? '' }}
      ariaLabels={{ previousMonth: 'Previous month', nextMonth: 'Next month' }}
      {...(shown === undefined ? {} : { date: shown })}
      onDateChange={setShown}
      value={day ?? null}
      onChange={(picked) => {
        if (picked !== null) onDay(picked)
      }}
    />
  )
}
