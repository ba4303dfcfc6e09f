import type {
  Collection,
  EmState,
  Freshness,
  Health,
  IndexState,
  Overview,
  OverviewReason,
  OverviewTile,
  Problem,
  SessionTasks,
  StaleAfter,
  TextPart,
} from '@cdp-watch/contract'
import {
  type Guard,
  isFlag,
  isNumber,
  isText,
  isTime,
  listOf,
  objectOf,
  oneOf,
  orNull,
} from './guard.ts'

/** What of an error a wall tells. A code that it does not know is no reason to show nothing. */
interface ToldError {
  readonly code: string
  readonly message: string
}

/** The freshness as far as a wall tells of it. */
export interface WallFreshness
  extends Pick<Freshness, 'nowUTC' | 'dataVersion' | 'staleAfterSeconds'> {
  readonly collection: Pick<Collection, 'lastFinishedUTC'> | null
  readonly em: Pick<EmState, 'state' | 'since' | 'lastAnswerUTC' | 'clockOffsetSeconds'> & {
    readonly error: ToldError | null
  }
  readonly index: Pick<IndexState, 'state' | 'asOf'> & {
    readonly progress: { readonly share: number } | null
    readonly error: ToldError | null
  }
}

/** The body of an error as far as a wall tells of it. */
export type WallProblem = Pick<Problem, 'status' | 'title' | 'detail'>

const isError = orNull(objectOf<ToldError>({ code: isText, message: isText }))

export const isWallFreshness: Guard<WallFreshness> = objectOf<WallFreshness>({
  nowUTC: isTime,
  dataVersion: isNumber,
  staleAfterSeconds: objectOf<StaleAfter>({ index: isNumber, collection: isNumber }),
  collection: orNull(
    objectOf<Pick<Collection, 'lastFinishedUTC'>>({ lastFinishedUTC: orNull(isTime) }),
  ),
  em: objectOf<WallFreshness['em']>({
    state: oneOf<EmState['state']>({
      'logged-off': true,
      'logging-on': true,
      ready: true,
      failed: true,
    }),
    since: isTime,
    lastAnswerUTC: orNull(isTime),
    clockOffsetSeconds: isNumber,
    error: isError,
  }),
  index: objectOf<WallFreshness['index']>({
    state: oneOf<IndexState['state']>({ filling: true, ready: true, failing: true }),
    asOf: orNull(isTime),
    progress: orNull(objectOf<{ share: number }>({ share: isNumber })),
    error: isError,
  }),
})

export const isHeartbeat: Guard<{ nowUTC: string }> = objectOf<{ nowUTC: string }>({
  nowUTC: isTime,
})

export const isWallProblem: Guard<WallProblem> = objectOf<WallProblem>({
  status: isNumber,
  title: isText,
  detail: isText,
})

const isHealth = oneOf<Health>({
  failed: true,
  missing: true,
  warning: true,
  unknown: true,
  ok: true,
})

export const isOverview: Guard<Overview> = objectOf<Overview>({
  counts: objectOf<Overview['counts']>({
    failed: isNumber,
    missing: isNumber,
    warning: isNumber,
    unknown: isNumber,
    ok: isNumber,
  }),
  tiles: listOf(
    objectOf<OverviewTile>({
      uid: isText,
      name: isText,
      backupServerName: orNull(isText),
      health: isHealth,
      vms: orNull(
        objectOf<SessionTasks>({ total: orNull(isNumber), failed: isNumber, warning: isNumber }),
      ),
      sinceUTC: orNull(isTime),
    }),
  ),
  reasons: listOf(
    objectOf<OverviewReason>({
      id: isText,
      parts: listOf(objectOf<TextPart>({ text: isText, kind: orNull(isText) })),
      severity: isHealth,
      vms: isNumber,
      policies: isNumber,
      sinceUTC: isTime,
    }),
  ),
  reasonCount: isNumber,
  demo: isFlag,
  dataVersion: isNumber,
  asOf: orNull(isTime),
})
