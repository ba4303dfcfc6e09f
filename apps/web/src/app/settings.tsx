import {
  ActionIcon,
  Button,
  Menu,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core'
import { IconKeyboard, IconMoon, IconSun } from '@tabler/icons-react'
import { useNow } from '../ui/now.ts'
import { useZone, zoneName } from '../ui/time-zone.ts'

/** The person's own choices: time zone and theme; and what the keyboard can do. */
export function Settings({ onShortcuts }: { onShortcuts: () => void }) {
  const [zone, setZone] = useZone()
  const { setColorScheme } = useMantineColorScheme()
  const scheme = useComputedColorScheme('light')
  const now = new Date(useNow())
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="subtle"
            size="compact-sm"
            color="gray"
            c="var(--muted)"
            aria-label={`Time zone: ${zoneName(zone, now)}`}
          >
            {zoneName(zone, now)}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Times are shown in</Menu.Label>
          <Menu.Item onClick={() => setZone('local')}>
            Your own zone ({zoneName('local', now)})
          </Menu.Item>
          <Menu.Item onClick={() => setZone('utc')}>UTC</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ActionIcon
        variant="subtle"
        color="gray"
        c="var(--muted)"
        aria-label={scheme === 'dark' ? 'Light theme' : 'Dark theme'}
        onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
      >
        {scheme === 'dark' ? <IconSun size={18} aria-hidden /> : <IconMoon size={18} aria-hidden />}
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        c="var(--muted)"
        aria-label="Keyboard shortcuts"
        visibleFrom="xs"
        onClick={onShortcuts}
      >
        <IconKeyboard size={18} aria-hidden />
      </ActionIcon>
    </>
  )
}
