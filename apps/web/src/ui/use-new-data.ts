import { useThrottledValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef } from 'react'
import { freshnessQuery } from '../api/freshness.ts'

/** While it fills, the index changes many times a second. */
const atMostEveryMs = 2000

/** Calls back whenever the index has changed since the last call, and not for what it was at first. */
export function useNewData(onNewData: () => void): void {
  const fresh = useQuery({ ...freshnessQuery, select: (freshness) => freshness.dataVersion })
  const version = useThrottledValue(fresh.data, atMostEveryMs)
  const seen = useRef(version)
  const tell = useEffectEvent(onNewData)
  useEffect(() => {
    if (version === undefined || version === seen.current) return
    const isFirst = seen.current === undefined
    seen.current = version
    if (!isFirst) tell()
  }, [version])
}
