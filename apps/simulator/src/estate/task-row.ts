import type { Identity } from './identity.ts'
import { guidOf } from './identity.ts'
import type { Policy } from './policies.ts'
import { vmName } from './policies.ts'
import { hash } from './random.ts'
import type { SessionRow } from './session-row.ts'
import { partBegun, partEnded, partSize, reaches, verdict } from './tasks.ts'
import { reasonOf } from './texts.ts'
import type { Ticks } from './ticks.ts'
import { MINUTE, printNameTime } from './ticks.ts'

/** In order of rank. */
export const taskStates = ['InProgress', 'Pending', 'Completed'] as const

/** A view of one task as EM knows it; `moveTo` points the same object at another. */
export class TaskRow {
  readonly session: SessionRow
  vm = 0
  part = 0
  parts = 1
  created: Ticks = 0
  #endedAt: Ticks | undefined

  constructor(session: SessionRow) {
    this.session = session
  }

  moveTo(vm: number, part: number, parts: number, created: Ticks): void {
    this.vm = vm
    this.part = part
    this.parts = parts
    this.created = created
    this.#endedAt = undefined
  }

  get policyIndex(): number {
    return this.session.policyIndex
  }

  get policy(): Policy {
    return this.session.policy
  }

  get identity(): Identity {
    const { vm, part } = this
    return { ...this.session.identity, kind: 'task', vm, part }
  }

  get guid(): string {
    return guidOf(this.session.snapshot.infrastructure.seed, this.identity)
  }

  get vmDisplayName(): string {
    return vmName(this.policy, this.vm)
  }

  get name(): string {
    return `${this.vmDisplayName}@${printNameTime(this.created)}`
  }

  get #ended(): Ticks {
    this.#endedAt ??= partEnded(this.session, this.vm, this.part, this.parts)
    return this.#endedAt
  }

  /** Not a number until it is completed. */
  get endTime(): Ticks {
    const ended = this.#ended
    return ended <= this.session.snapshot.asOf ? ended : Number.NaN
  }

  /** An index into taskStates. */
  get state(): number {
    const { asOf } = this.session.snapshot
    if (this.#ended <= asOf) return taskStates.indexOf('Completed')
    return partBegun(this.session, this.vm, this.part, this.created) > asOf
      ? taskStates.indexOf('Pending')
      : taskStates.indexOf('InProgress')
  }

  get #verdict() {
    const until = Math.min(this.#ended, this.session.snapshot.asOf)
    return verdict(this.session.hits, this.vm, this.created, until)
  }

  /** An index into results. A running task has one already; None while it waits and in its first two minutes. */
  get result(): number {
    if (this.state === taskStates.indexOf('Pending')) return 0
    const { severity } = this.#verdict
    const { asOf } = this.session.snapshot
    const begun = partBegun(this.session, this.vm, this.part, this.created)
    return severity === 1 && begun + 2 * MINUTE > asOf ? 0 : severity
  }

  /** Empty unless the result is Warning or Failed. */
  get reason(): string {
    if (this.state === taskStates.indexOf('Pending')) return ''
    const { hit } = this.#verdict
    if (!hit) return ''
    const { infrastructure } = this.session.snapshot
    return reasonOf(infrastructure, this.policy, this.vm, hit, reaches(hit, this.vm))
  }

  /** Bytes. */
  get totalSize(): number {
    const size = partSize(this.session, this.vm)
    switch (taskStates[this.state]) {
      case 'Completed':
        return this.result === 3 ? 0 : size
      case 'InProgress':
        return Math.floor(size / (2 + (hash(this.vm, this.part) % 3)))
      default:
        return 0
    }
  }
}
