import { useLocalStorage } from '@mantine/hooks'
import { createContext, createElement, type ReactNode, useContext, useMemo } from 'react'

/** The person's own zone, or UTC. */
export type ZoneChoice = 'local' | 'utc'

type ZoneState = readonly [ZoneChoice, (zone: ZoneChoice) => void]

const ZoneContext = createContext<ZoneState>(['local', () => undefined])

/** Keeps the choice in this browser, once for the page: each time in a table would else write and watch the storage. */
export function ZoneProvider({ children }: { children: ReactNode }) {
  const [zone, setZone] = useLocalStorage<ZoneChoice>({
    key: 'cdp-watch.zone',
    defaultValue: 'local',
    getInitialValueInEffect: false,
    deserialize: (stored) => (stored === 'utc' ? 'utc' : 'local'),
    serialize: (zone) => zone,
  })
  const value = useMemo((): ZoneState => [zone, setZone], [zone, setZone])
  return createElement(ZoneContext, { value }, children)
}

/** The zone times are shown in; changed everywhere at once. */
export function useZone(): ZoneState {
  return useContext(ZoneContext)
}

/** The zone as the server knows it: `Europe/Oslo`. */
export function zoneId(zone: ZoneChoice): string {
  return zone === 'utc' ? 'UTC' : Intl.DateTimeFormat().resolvedOptions().timeZone
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
