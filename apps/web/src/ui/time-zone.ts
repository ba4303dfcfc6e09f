import { useLocalStorage } from '@mantine/hooks'

/** The person's own zone, or UTC. */
export type ZoneChoice = 'local' | 'utc'

/** The zone times are shown in; kept in this browser, changed everywhere at once. */
export function useZone(): [ZoneChoice, (zone: ZoneChoice) => void] {
  const [zone, setZone] = useLocalStorage<ZoneChoice>({
    key: 'cdp-watch.zone',
    defaultValue: 'local',
    getInitialValueInEffect: false,
    deserialize: (stored) => (stored === 'utc' ? 'utc' : 'local'),
    serialize: (zone) => zone,
  })
  return [zone, setZone]
}

/** The zone's short name at this moment, e.g. `UTC+1`. */
export function zoneName(zone: ZoneChoice, at: Date): string {
  if (zone === 'utc') return 'UTC'
  const minutes = -at.getTimezoneOffset()
  if (minutes === 0) return 'UTC±0'
  const sign = minutes < 0 ? '−' : '+'
  const rest = Math.abs(minutes) % 60
  return `UTC${sign}${Math.floor(Math.abs(minutes) / 60)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`
}
