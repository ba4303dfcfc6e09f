import type { Snapshot } from './estate.ts'
import type { Identity } from './identity.ts'
import { guidOf } from './identity.ts'
import type { Hit } from './incidents.ts'
import type { Policy } from './policies.ts'
import { elementAt, hash } from './random.ts'
import type { SessionDay } from './session-day.ts'
import { sessionKey } from './session-day.ts'
import type { TaskParent } from './tasks.ts'
import type { Ticks } from './ticks.ts'
import { HOUR, MINUTE, printNameTime, SECOND } from './ticks.ts'

/** In order of rank. The last two are not documented for CDP sessions, but other kinds of job show them. */
export const sessionStates = [
  'Starting',
  'Stopping',
  'Working',
  'Pausing',
  'Resuming',
  'Stopped',
  'Idle',
  'Postprocessing',
] as const

/** In order of rank. */
export const results = ['None', 'Success', 'Warning', 'Failed'] as const

const noHits: readonly Hit[] = []

/** A view of one session as EM knows it; `moveTo` points the same object at another, so that a scan allocates nothing. */
export class SessionRow implements TaskParent {
  readonly snapshot: Snapshot
  day: SessionDay
  position = 0
  policyIndex = 0
  created: Ticks = 0
  /** When it ends, whether or not EM knows that yet. */
  ended: Ticks = 0
  #key: number | undefined

  constructor(snapshot: Snapshot, day: SessionDay, position: number) {
    this.snapshot = snapshot
    this.day = day
    this.moveTo(day, position)
  }

  moveTo(day: SessionDay, position: number): void {
    this.day = day
    this.position = position
    this.policyIndex = day.policy[position] ?? 0
    this.created = day.created[position] ?? 0
    this.ended = day.ended[position] ?? 0
    this.#key = undefined
  }

  get policy(): Policy {
    return elementAt(this.snapshot.infrastructure.policies, this.policyIndex)
  }

  get slot(): number {
    return this.day.slot[this.position] ?? 0
  }

  get key(): number {
    this.#key ??= sessionKey(
      this.snapshot.infrastructure.seed,
      this.policyIndex,
      this.day.day,
      this.slot,
    )
    return this.#key
  }

  get hits(): readonly Hit[] {
    return this.day.hits.get(this.position) ?? noHits
  }

  get isStopped(): boolean {
    return this.ended <= this.snapshot.asOf
  }

  get isRetry(): boolean {
    return this.day.retry[this.position] === 1
  }

  get identity(): Identity {
    const { policyIndex: policy, slot } = this
    return { kind: 'session', policy, day: this.day.day, slot, vm: 0, part: 0 }
  }

  get guid(): string {
    return guidOf(this.snapshot.infrastructure.seed, this.identity)
  }

  get name(): string {
    return `${this.policy.name}@${printNameTime(this.created)}`
  }

  /** Not a number while it is active: EM gives no end then. */
  get endTime(): Ticks {
    return this.isStopped ? this.ended : Number.NaN
  }

  /** An index into sessionStates. */
  get state(): number {
    if (this.isStopped) return sessionStates.indexOf('Stopped')
    const { asOf } = this.snapshot
    if (asOf < this.created + 20 * SECOND) return sessionStates.indexOf('Starting')
    if (asOf > this.ended - 2 * MINUTE && this.key % 3 === 0)
      return sessionStates.indexOf('Postprocessing')
    const h = hash(this.key, Math.floor(asOf / HOUR))
    if (h % 60 === 0) return sessionStates.indexOf('Idle')
    if (h % 240 === 1) return sessionStates.indexOf('Pausing')
    if (h % 240 === 2) return sessionStates.indexOf('Resuming')
    return sessionStates.indexOf('Working')
  }

  /** An index into results. None until it has stopped, however badly its tasks fare. */
  get result(): number {
    return this.isStopped ? (this.day.severity[this.position] ?? 0) : 0
  }

  get progress(): number {
    return this.result === 1 ? 100 : 0
  }

  get failureMessage(): string | null {
    return this.isStopped ? (this.day.messages.get(this.position) ?? null) : null
  }
}
