import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { liveSessionQuery, liveTasksQuery, rawSessionQuery } from '../../api/live.ts'
import { sessionQuery as indexQuery } from '../../api/session.ts'
import { useLastGood } from '../../ui/last-good.ts'
import { useNewData } from '../../ui/use-new-data.ts'
import { keptTextsOf, whyOfTexts } from './kept-texts.ts'
import { nameSetOf } from './name-set.ts'
import { walkOf } from './recent-walk.ts'
import { keptHealth, readHealth, type VmsReading } from './session-health.ts'
import { type Asked, askedOf, chooseSource, chooseTasks } from './session-source.ts'
import { vmRowsOf } from './task-rows.ts'
import { type Why, whyOf } from './why.ts'

/** What EM answers of a session, asked live, what the index has of it, and what follows from both. */
export function useSessionAnswers(uid: string) {
  const client = useQueryClient()
  const sessionQuery = useQuery(liveSessionQuery(uid))
  const tasksQuery = useQuery(liveTasksQuery(uid))
  const detailQuery = useQuery(indexQuery(uid))
  useNewData(() => void detailQuery.refetch({ cancelRefetch: false }))

  const live = useAsked(sessionQuery)
  const liveTasks = useAsked(tasksQuery)
  const index = useAsked(detailQuery)
  const source = useMemo(() => chooseSource(live, index), [live, index])
  const tasksSource = useMemo(
    () => chooseTasks(source, liveTasks, index),
    [source, liveTasks, index],
  )
  const session = sessionOf(source)
  const tasks = 'tasks' in tasksSource ? tasksSource.tasks : undefined
  const detail = detailQuery.data

  const vms = useMemo((): VmsReading => {
    if (!('tasks' in tasksSource)) return { kind: tasksSource.kind }
    const rows = vmRowsOf(session ?? { state: 'Stopped' }, tasksSource.tasks)
    return { kind: 'known', rows, isWhole: tasksSource.isWhole }
  }, [session, tasksSource])
  const names = useMemo(
    () =>
      nameSetOf([
        session?.policyName ?? null,
        session?.backupServerName ?? null,
        ...(tasks ?? []).flatMap((task) => [task.vmDisplayName, task.backupServerName]),
      ]),
    [session, tasks],
  )
  const inIndex = source.kind === 'index' ? source.detail : undefined
  const findings = useMemo(() => {
    if (!session) return undefined
    const health = inIndex ? keptHealth(inIndex.session) : readHealth(session, vms)
    const why = whyOf(session, health, vms, names)
    const texts = detail && isWordless(why) ? whyOfTexts(detail.failureTexts, names) : undefined
    return { session, health, why: texts ?? why }
  }, [session, inIndex, detail, vms, names])

  const kept = useMemo(() => keptTextsOf(detail?.failureTexts ?? []), [detail])

  const isLive = source.kind === 'live'
  return {
    sessionQuery,
    tasksQuery,
    source,
    tasksSource,
    vms,
    findings,
    names,
    /** What the index knows of the texts. */
    kept,
    /** The sessions of its policy around it; undefined while they are asked, or where the index has none. */
    walk: walkOf(uid, detail, useLastGood(detail)),
    detailQuery,
    /** How old what is shown is: when EM gave the older of its two answers, or as of when the index has it. */
    answeredUTC: isLive
      ? earlierOf(sessionQuery.data?.answeredUTC, tasksQuery.data?.answeredUTC)
      : (detail?.asOf ?? null),
    asking: sessionQuery.isFetching || tasksQuery.isFetching,
    refresh: () => {
      void sessionQuery.refetch()
      void tasksQuery.refetch()
      void detailQuery.refetch()
      void client.invalidateQueries({ queryKey: rawSessionQuery(uid).queryKey })
    },
  }
}

export type SessionAnswers = ReturnType<typeof useSessionAnswers>

function useAsked<T>({ data, isError }: { data: T | undefined; isError: boolean }): Asked<T> {
  return useMemo(() => askedOf(data, isError), [data, isError])
}

function sessionOf(source: ReturnType<typeof chooseSource>) {
  if (source.kind === 'none') return undefined
  return source.kind === 'live' ? source.session : source.detail.session
}

function isWordless({ kind }: Why): boolean {
  return kind === 'no-reason' || kind === 'asking' || kind === 'not-known'
}

function earlierOf(a: string | null | undefined, b: string | null | undefined): string | null {
  const known = [a, b].filter((time) => typeof time === 'string')
  const [earliest] = known.toSorted((x, y) => Date.parse(x) - Date.parse(y))
  return earliest ?? null
}
