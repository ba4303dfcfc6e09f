import { Button, Menu, Popover } from '@mantine/core'
import { IconCalendar, IconChevronDown } from '@tabler/icons-react'
import { lazy, memo, Suspense, useState } from 'react'
import { formatShort } from '../format-time.ts'
import { serverNow } from '../now.ts'
import { useZone, type ZoneChoice } from '../time-zone.ts'
import {
  presetOf,
  presetWords,
  type RangePreset,
  rangePresets,
  type TimeRange,
  usualRange,
} from './time-range.ts'

const RangePicker = lazy(() =>
  import('./range-picker.tsx').then((module) => ({ default: module.RangePicker })),
)

interface RangeMenuProps {
  search: TimeRange
  /** What is meant where the address names no range. */
  usual?: RangePreset
  onChange: (range: Required<TimeRange>) => void
}

/** Chooses when the sessions shown started: a preset, or two ends of one's own. */
export const RangeMenu = memo(({ search, usual = usualRange, onChange }: RangeMenuProps) => {
  const [picking, setPicking] = useState(false)
  const [zone] = useZone()
  const preset = presetOf(search, usual)
  return (
    <Popover
      opened={picking}
      onChange={setPicking}
      position="bottom-start"
      // The target is a frame around the menu's button; it has no role that could be expanded.
      withRoles={false}
    >
      <Popover.Target>
        <span>
          <Menu position="bottom-start">
            <Menu.Target>
              <Button
                leftSection={<IconCalendar size={16} aria-hidden />}
                rightSection={<IconChevronDown size={14} aria-hidden />}
                aria-label={`Started: ${preset ? presetWords[preset] : rangeWords(search, zone)}`}
              >
                {preset ? presetWords[preset] : rangeWords(search, zone)}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>Sessions started in</Menu.Label>
              {rangePresets.map((each) => (
                <Menu.Item
                  key={each}
                  onClick={() => onChange({ range: each, from: undefined, to: undefined })}
                >
                  {presetWords[each]}
                </Menu.Item>
              ))}
              <Menu.Divider />
              <Menu.Item onClick={() => setPicking(true)}>From … to …</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </span>
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense fallback="Loading…">
          <RangePicker
            from={search.from}
            to={search.to}
            onApply={(from, to) => {
              setPicking(false)
              onChange({ range: undefined, from, to })
            }}
            onCancel={() => setPicking(false)}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
})

function rangeWords({ from, to }: TimeRange, zone: ZoneChoice): string {
  const now = serverNow()
  if (from !== undefined && to !== undefined)
    return `${formatShort(from, zone, now)} – ${formatShort(to, zone, now)}`
  return from === undefined
    ? `before ${formatShort(to ?? '', zone, now)}`
    : `since ${formatShort(from, zone, now)}`
}
