import path from 'node:path'
import { type RunningBff, type RunningSimulator, startBff } from '../e2e/servers.ts'
import { ask, createAgents } from './load.ts'
import { type Phase, PhaseWatch } from './phase-watch.ts'

/** A BFF under measurement. */
export interface WatchedBff {
  bff: RunningBff
  watch: PhaseWatch
  /** When its process was begun, `performance.now()`. */
  begunAt: number
  stop(): Promise<void>
}

const loopDelay = path.join(import.meta.dirname, 'loop-delay.ts')

/**
 * Starts a BFF on the real clock with its data in this folder; its start is noted among the phases.
 * Rejects with what it wrote.
 */
export async function startWatchedBff(
  simulator: RunningSimulator,
  {
    name,
    phases,
    ...environment
  }: { name: string; phases: Phase[]; DATA_DIR: string } & Record<
    'HISTORY_DAYS' | 'EM_POLL_SECONDS',
    string
  > & { LOG_LEVEL?: string },
): Promise<WatchedBff> {
  const begunAt = performance.now()
  const bff = await startBff(simulator, environment, [loopDelay])
  const watch = new PhaseWatch(bff, phases)
  const stop = async () => {
    watch.stop()
    await bff.stop()
  }
  try {
    await watch.noteStart(name, (performance.now() - begunAt) / 1000)
    return { bff, watch, begunAt, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Asks for sessions as soon as it can be asked. Resolves with the milliseconds since its process was begun; rejects where it has none. */
export async function awaitFirstRows({ bff, begunAt }: WatchedBff): Promise<number> {
  const agents = createAgents(1)
  try {
    const url = new URL(`${bff.url}/api/sessions`)
    const { status, body } = await ask(agents, { url, headers: {} })
    const ms = performance.now() - begunAt
    const { items }: { items?: unknown[] } = JSON.parse(body.toString('utf8'))
    if (status === 200 && items && items.length > 0) return ms
    throw new Error(`the first answer was ${status}, without rows`)
  } finally {
    agents.close()
  }
}
