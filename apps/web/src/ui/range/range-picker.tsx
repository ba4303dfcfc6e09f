import { Button, FocusTrap, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { DayCalendar } from '../filter/day-calendar.tsx'
import { dayOf, readTypedTime, typedTimeOf, withDay } from '../filter/typed-time.ts'
import { useZone } from '../time-zone.ts'
import { readRange } from './read-range.ts'

interface RangePickerProps {
  from: string | undefined
  to: string | undefined
  onApply: (from: string | undefined, to: string | undefined) => void
  onCancel: () => void
}

/** Two ends of a time range, typed or picked by their day; either may be left open. */
export function RangePicker({ from, to, onApply, onCancel }: RangePickerProps) {
  const [zone] = useZone()
  const [typed, setTyped] = useState({
    from: from === undefined ? '' : typedTimeOf(from, zone),
    to: to === undefined ? '' : typedTimeOf(to, zone),
  })
  const [picking, setPicking] = useState<'from' | 'to'>('from')
  const [submitted, setSubmitted] = useState(false)
  const range = readRange(typed, (label, text) => readTypedTime(label, text, zone))
  const input = (end: 'from' | 'to', label: string, placeholder: string) => (
    <TextInput
      label={label}
      placeholder={placeholder}
      description={end === picking ? 'the calendar sets its day' : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={typed[end]}
      error={submitted && !range.ok && range.end === end ? range.message : undefined}
      onFocus={() => setPicking(end)}
      onChange={(event) => setTyped({ ...typed, [end]: event.currentTarget.value })}
    />
  )
  return (
    <FocusTrap>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setSubmitted(true)
          if (range.ok) onApply(range.from, range.to)
        }}
      >
        <Stack gap="sm" w={280}>
          {input('from', 'From', 'the beginning')}
          {input('to', 'To', 'now')}
          <Group justify="center">
            <DayCalendar
              day={dayOf(typed[picking], zone)}
              onDay={(day) => setTyped({ ...typed, [picking]: withDay(typed[picking], day) })}
            />
          </Group>
          <Text size="xs" c="dimmed">
            YYYY-MM-DD hh:mm, {zone === 'utc' ? 'UTC' : 'in your own zone'}.
          </Text>
          <Group gap="xs" justify="flex-end">
            <Button onClick={onCancel}>Cancel</Button>
            <Button type="submit" variant="filled">
              Show
            </Button>
          </Group>
        </Stack>
      </form>
    </FocusTrap>
  )
}
