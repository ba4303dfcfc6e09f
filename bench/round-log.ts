import { setTimeout as sleep } from 'node:timers/promises'
import type { RunningBff } from '../e2e/servers.ts'

const lookEveryMs = 50
const patienceMs = 20_000

/** A round that has read EM, as the BFF's log tells it at the level `debug`. */
export interface LoggedRound {
  readonly dataVersion: number
  /** When what it read was committed, by the real clock, milliseconds since 1970. */
  readonly committedMs: number
}

/** The rounds that a log tells of, in their order; lines that tell of something else are passed over. */
export function readRounds(log: string): readonly LoggedRound[] {
  return log.split('\n').flatMap((line) => {
    if (!line.includes('"committedUTC"')) return []
    const { dataVersion, committedUTC }: { dataVersion: number; committedUTC: string } =
      JSON.parse(line)
    return [{ dataVersion, committedMs: Date.parse(committedUTC) }]
  })
}

/** The first round after this data version; its line may be on its way still. Rejects where it does not come. */
export async function awaitRound(
  { written }: Pick<RunningBff, 'written'>,
  before: number,
): Promise<LoggedRound> {
  const begun = performance.now()
  while (performance.now() - begun < patienceMs) {
    const found = readRounds(written()).find(({ dataVersion }) => dataVersion > before)
    if (found) return found
    await sleep(lookEveryMs)
  }
  throw new Error(`the log tells of no round after data version ${before}`)
}
