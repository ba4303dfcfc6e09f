import type { Session } from '@cdp-watch/contract'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { failingNowQuery, reasonsQuery } from '../../api/live-reasons.ts'
import { useLastGood } from '../../ui/last-good.ts'
import { inBatches, needsReasons, reasonsBySession, type VmReasons } from './vm-reasons.ts'

/** Sessions asked about in one question, so that it fits EM's request line. */
const sessionsAtOnce = 60

/** What is known of the VMs behind the rows, and whether some of it could not be asked. */
export interface KnownReasons {
  of: (session: Session) => VmReasons | undefined
  incomplete: boolean
}

/**
 * Why sessions without a message fail, and which running ones are failing: from the reasons of their
 * tasks, asked beside the rows in few small questions. Never waited for.
 */
export function useVmReasons(rows: readonly Session[], asked: string): KnownReasons {
  const running = rows.some((session) => session.state !== 'Stopped')
  const now = useQuery({ ...failingNowQuery(asked), enabled: running })
  const batches = useMemo(
    () =>
      inBatches(
        rows.filter(needsReasons).map((session) => session.uid),
        sessionsAtOnce,
      ),
    [rows],
  )
  const ended = useQueries({
    queries: batches.map((uids) => reasonsQuery(uids)),
    combine: (results) => ({
      tasks: results.flatMap((result) => result.data?.rows ?? []),
      lacking: results.some(isLacking),
    }),
  })
  const nowKnown = useLastGood(now.data)
  const ofRunning = useMemo(() => reasonsBySession(nowKnown?.rows ?? []), [nowKnown])
  const ofEnded = useMemo(() => reasonsBySession(ended.tasks), [ended.tasks])
  const incomplete = isLacking(now) || ended.lacking
  return useMemo(
    () => ({
      of: (session) => (session.state === 'Stopped' ? ofEnded : ofRunning).get(session.uid),
      incomplete,
    }),
    [ofEnded, ofRunning, incomplete],
  )
}

function isLacking(result: { isError: boolean; data: { complete: boolean } | undefined }): boolean {
  return result.isError || result.data?.complete === false
}
