import { Button, Menu, Popover } from '@mantine/core'
import { IconChevronDown, IconHistory } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { formatShort } from '../../ui/format-time.ts'
import { serverNow } from '../../ui/now.ts'
import { useZone } from '../../ui/time-zone.ts'
import { hoursAgo, hoursOffered, shiftStarts } from './changed-since.ts'
import classes from './changed-since-menu.module.css'

const MomentPicker = lazy(() =>
  import('./moment-picker.tsx').then((module) => ({ default: module.MomentPicker })),
)

interface ChangedSinceMenuProps {
  /** ISO 8601; undefined: whenever they changed. */
  changedSince: string | undefined
  onChange: (changedSince: string | undefined) => void
}

/** For who takes over a shift: only what began, came back or recovered since a time. */
export function ChangedSinceMenu({ changedSince, onChange }: ChangedSinceMenuProps) {
  const [picking, setPicking] = useState(false)
  const [zone] = useZone()
  const now = serverNow()
  return (
    <Popover opened={picking} onChange={setPicking} position="bottom-start" withRoles={false}>
      <Popover.Target>
        <span>
          <Menu position="bottom-start">
            <Menu.Target>
              <Button
                className={classes.target}
                data-chosen={changedSince !== undefined}
                leftSection={<IconHistory size={16} aria-hidden />}
                rightSection={<IconChevronDown size={14} aria-hidden />}
              >
                {changedSince === undefined
                  ? 'Changed since…'
                  : `Changed since ${formatShort(changedSince, zone, now)}`}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>Began, came back or recovered since</Menu.Label>
              {shiftStarts(now, zone).map((start) => (
                <Menu.Item key={start} onClick={() => onChange(start)}>
                  Start of the shift, {formatShort(start, zone, now)}
                </Menu.Item>
              ))}
              <Menu.Divider />
              {hoursOffered.map((hours) => (
                <Menu.Item key={hours} onClick={() => onChange(hoursAgo(hours, serverNow()))}>
                  {hours} hours ago
                </Menu.Item>
              ))}
              <Menu.Divider />
              <Menu.Item onClick={() => setPicking(true)}>A time …</Menu.Item>
              {changedSince === undefined ? null : (
                <Menu.Item onClick={() => onChange(undefined)}>Whenever they changed</Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        </span>
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense fallback="Loading…">
          <MomentPicker
            at={changedSince}
            onApply={(at) => {
              setPicking(false)
              onChange(at)
            }}
            onCancel={() => setPicking(false)}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
