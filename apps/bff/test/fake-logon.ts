import { setTimeout as sleep } from 'node:timers/promises'
import { EmLogon } from '../src/em/logon.ts'
import type { Logon } from '../src/em/logon-request.ts'
import { createLog } from '../src/ops/log.ts'

type Outcome = { kind: 'good' } | { kind: 'failed'; error: Error } | { kind: 'held' }

/** An EmLogon over a pretended EM, on a clock that stands until it is moved. Its first token is `token-1`, the next `token-2`. */
export class FakeLogon {
  /** Milliseconds since 1970. */
  now = Date.UTC(2026, 5, 15, 9, 30)
  logOns = 0
  readonly logOffs: Logon[] = []
  readonly logon: EmLogon
  readonly #outcomes: Outcome[]
  readonly #held: (() => void)[] = []
  readonly #log: string[] = []

  /** What the logons come to; the last one holds for all that follow. */
  constructor(outcomes: Outcome[] = [{ kind: 'good' }]) {
    this.#outcomes = [...outcomes]
    this.logon = new EmLogon({
      logOn: () => this.#logOn(),
      logOff: async (logon) => {
        this.logOffs.push(logon)
      },
      log: createLog('trace', { write: (line) => this.#log.push(line) }),
      now: () => this.now,
    })
  }

  /** Lets a held logon through. */
  release(): void {
    for (const resolve of this.#held.splice(0)) resolve()
  }

  logged(): string {
    return this.#log.join('')
  }

  async #logOn(): Promise<Logon> {
    this.logOns += 1
    const number = this.logOns
    const outcome = this.#outcomes.length > 1 ? this.#outcomes.shift() : this.#outcomes[0]
    if (outcome?.kind === 'held') await new Promise<void>((resolve) => this.#held.push(resolve))
    // A turn of the event loop, as a request takes at least.
    await sleep(0)
    if (outcome?.kind === 'failed') throw outcome.error
    return { token: `token-${number}`, sessionId: `session-${number}` }
  }
}
