import { Button, FocusTrap, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { DayCalendar } from '../../ui/filter/day-calendar.tsx'
import { dayOf, readTypedTime, typedTimeOf, withDay } from '../../ui/filter/typed-time.ts'
import { toSecond } from '../../ui/range/time-range.ts'
import { useZone } from '../../ui/time-zone.ts'

interface MomentPickerProps {
  /** ISO 8601. */
  at: string | undefined
  onApply: (at: string) => void
  onCancel: () => void
}

/** A moment, typed or picked by its day. */
export function MomentPicker({ at, onApply, onCancel }: MomentPickerProps) {
  const [zone] = useZone()
  const [typed, setTyped] = useState(at === undefined ? '' : typedTimeOf(at, zone))
  const [submitted, setSubmitted] = useState(false)
  const time = readTypedTime('It', typed, zone)
  return (
    <FocusTrap>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setSubmitted(true)
          if (time.ok) onApply(toSecond(Date.parse(time.iso)))
        }}
      >
        <Stack gap="sm" w={280}>
          <TextInput
            label="Changed since"
            placeholder="YYYY-MM-DD hh:mm"
            value={typed}
            error={submitted && !time.ok ? time.message : undefined}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Group justify="center">
            <DayCalendar day={dayOf(typed, zone)} onDay={(day) => setTyped(withDay(typed, day))} />
          </Group>
          <Text size="xs" c="dimmed">
            {zone === 'utc' ? 'In UTC' : 'In your own zone'}; a link shows a colleague the same
            moment.
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
