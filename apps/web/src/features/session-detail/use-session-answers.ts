import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { liveSessionQuery, liveTasksQuery, rawSessionQuery } from '../../api/live.ts'
import { nameSetOf } from './name-set.ts'
import { sessionHealth, type VmsReading } from './session-health.ts'
import { vmRowsOf } from './task-rows.ts'
import { whyOf } from './why.ts'

/** What EM answers of a session, asked live, and what follows from it. */
export function useSessionAnswers(uid: string) {
  const client = useQueryClient()
  const sessionQuery = useQuery(liveSessionQuery(uid))
  const tasksQuery = useQuery(liveTasksQuery(uid))
  const session = sessionQuery.data?.session ?? undefined
  const tasks = tasksQuery.data?.rows

  const vms = useMemo((): VmsReading => {
    if (tasks) return { kind: 'known', rows: vmRowsOf(tasks) }
    return { kind: tasksQuery.isError ? 'not-known' : 'asking' }
  }, [tasks, tasksQuery.isError])
  const names = useMemo(
    () =>
      nameSetOf([
        session?.policyName ?? null,
        session?.backupServerName ?? null,
        ...(tasks ?? []).flatMap((task) => [task.vmDisplayName, task.backupServerName]),
      ]),
    [session, tasks],
  )
  const findings = useMemo(() => {
    if (!session) return undefined
    const health = sessionHealth(session, vms)
    return { session, health, why: whyOf(session, health, vms, names) }
  }, [session, vms, names])

  return {
    sessionQuery,
    tasksQuery,
    vms,
    findings,
    names,
    /** When the older of the two answers was given; null before the first. */
    answeredUTC: earlierOf(sessionQuery.data?.answeredUTC, tasksQuery.data?.answeredUTC),
    asking: sessionQuery.isFetching || tasksQuery.isFetching,
    refresh: () => {
      void sessionQuery.refetch()
      void tasksQuery.refetch()
      void client.invalidateQueries({ queryKey: rawSessionQuery(uid).queryKey })
    },
  }
}

export type SessionAnswers = ReturnType<typeof useSessionAnswers>

function earlierOf(a: string | null | undefined, b: string | null | undefined): string | null {
  const known = [a, b].filter((time) => typeof time === 'string')
  const [earliest] = known.toSorted((x, y) => Date.parse(x) - Date.parse(y))
  return earliest ?? null
}
