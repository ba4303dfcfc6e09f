import { emStateSchema, type Freshness, indexStateSchema } from '@cdp-watch/contract'
import { Gauge, type Registry } from 'prom-client'

const emStates = emStateSchema.shape.state.options
const indexStates = indexStateSchema.shape.state.options

/** Tells the logon, the index and how old its data are. What is not known is left out, never told as 0. */
export function createStateMetrics(registry: Registry): (freshness: Freshness) => void {
  const gauge = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Gauge({ name: `cdp_watch_${name}`, help, labelNames, registers: [registry] })
  const em = gauge('em_state', 'The logon with Enterprise Manager: 1 for its state.', ['state'])
  const emFailure = gauge(
    'em_failure',
    'Why the logon failed, by its code; none while it is good.',
    ['code'],
  )
  const index = gauge('index_state', 'The index: 1 for its state.', ['state'])
  const sessions = gauge('index_sessions', 'Sessions in the index.')
  const fill = gauge('index_fill_ratio', 'How much of the first fill is done, 0 to 1.')
  const waiting = gauge(
    'index_reasons_waiting',
    'Ended sessions that failed and whose reasons are still to be asked for.',
  )
  const indexAge = gauge(
    'index_age_seconds',
    'Since the index was last known to be in step with Enterprise Manager; none before the first round.',
  )
  const collectionAge = gauge(
    'collection_age_seconds',
    "Since Enterprise Manager's own collection from its backup servers last ended, by its clock; none where it does not say.",
  )
  return (freshness) => {
    const now = Date.parse(freshness.nowUTC)
    for (const state of emStates) em.set({ state }, Number(state === freshness.em.state))
    for (const state of indexStates) index.set({ state }, Number(state === freshness.index.state))
    emFailure.reset()
    if (freshness.em.error) emFailure.set({ code: freshness.em.error.code }, 1)
    sessions.set(freshness.index.sessions)
    fill.set(freshness.index.progress?.share ?? 1)
    waiting.set(freshness.index.reasonsWaiting)
    setAge(indexAge, freshness.index.asOf, now)
    const emNow = now + freshness.em.clockOffsetSeconds * 1000
    setAge(collectionAge, freshness.collection?.lastFinishedUTC ?? null, emNow)
  }
}

function setAge(gauge: Gauge, sinceUTC: string | null, now: number): void {
  if (sinceUTC === null) gauge.remove()
  else gauge.set(Math.max(0, (now - Date.parse(sinceUTC)) / 1000))
}
