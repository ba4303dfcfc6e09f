import '@mantine/spotlight/styles.layer.css'
import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { Spotlight, type SpotlightActionData, spotlight } from '@mantine/spotlight'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { shiftStart } from '../features/failures/changed-since.ts'
import type { FailuresSearch } from '../features/failures/failures-search.ts'
import type { PoliciesSearch } from '../features/policies/policies-search.ts'
import type { SessionsSearch } from '../features/sessions/sessions-search.ts'
import { serverNow } from '../ui/now.ts'
import { useZone, type ZoneChoice } from '../ui/time-zone.ts'
import { useReturnFocus } from '../ui/use-return-focus.ts'
import { wallAddress } from '../ui/wall-address.ts'

const views: readonly { label: string; search: SessionsSearch }[] = [
  { label: 'Sessions of the last 7 days', search: {} },
  { label: 'Failed sessions', search: { result: ['Failed'] } },
  { label: 'Failed and warning sessions', search: { result: ['Failed', 'Warning'] } },
  { label: 'Running sessions', search: { state: ['Working'], range: 'all' } },
  { label: 'All sessions that EM keeps', search: { range: 'all' } },
]

const failureViews = (zone: ZoneChoice): { label: string; search: FailuresSearch }[] => [
  { label: 'Failures by cause', search: {} },
  { label: 'New causes of failures', search: { status: ['new', 'returned'] } },
  {
    label: 'What has changed since the shift began',
    search: { changedSince: shiftStart(serverNow(), zone) },
  },
]

const policyViews: readonly { label: string; search: PoliciesSearch }[] = [
  { label: 'Policies', search: {} },
  { label: 'Failing policies', search: { health: ['failed'] } },
  { label: 'Missing policies', search: { health: ['missing'] } },
]

interface CommandPaletteProps {
  onShortcuts: () => void
  onClose: () => void
}

/** Everything that can be done from anywhere, found by typing. */
export function CommandPalette({ onShortcuts, onClose }: CommandPaletteProps) {
  useReturnFocus()
  const goTo = useNavigate()
  const [zone, setZone] = useZone()
  const { setColorScheme } = useMantineColorScheme()
  const scheme = useComputedColorScheme('light')
  // It is mounted to be opened: its code is loaded on the first use.
  useEffect(() => spotlight.open(), [])
  const actions: SpotlightActionData[] = [
    ...views.map(({ label, search }) => ({
      id: label,
      label,
      onClick: () => void goTo({ to: '/sessions', search }),
    })),
    ...failureViews(zone).map(({ label, search }) => ({
      id: label,
      label,
      onClick: () => void goTo({ to: '/failures', search }),
    })),
    ...policyViews.map(({ label, search }) => ({
      id: label,
      label,
      onClick: () => void goTo({ to: '/policies', search }),
    })),
    { id: 'wall', label: 'Show the wall', onClick: () => window.location.assign(wallAddress({})) },
    {
      id: 'wall-links',
      label: 'Wall links: screens that see the wall',
      onClick: () => void goTo({ to: '/wall-links' }),
    },
    {
      id: 'theme',
      label: scheme === 'dark' ? 'Light theme' : 'Dark theme',
      onClick: () => setColorScheme(scheme === 'dark' ? 'light' : 'dark'),
    },
    {
      id: 'zone',
      label: zone === 'utc' ? 'Times in your own zone' : 'Times in UTC',
      onClick: () => setZone(zone === 'utc' ? 'local' : 'utc'),
    },
    {
      id: 'audit',
      label: 'Audit: sign-ins, refusals, exports',
      onClick: () => void goTo({ to: '/audit' }),
    },
    { id: 'keys', label: 'Keyboard shortcuts', onClick: onShortcuts },
  ]
  return (
    <Spotlight
      onSpotlightClose={onClose}
      shortcut={null}
      actions={actions}
      nothingFound="No such command"
      searchProps={{ placeholder: 'What do you want to do?', 'aria-label': 'Command' }}
    />
  )
}
