import { bytesOf } from './bytes-of.ts'
import { longEnough } from './long-enough.ts'
import { readNumbers } from './read-numbers.ts'
import type { SavedPart } from './saved-part.ts'

export interface TaskFailuresExtent {
  readonly positions: number
  readonly numbers: number
  readonly garbage: number
}

const bytesOfNumber = Uint32Array.BYTES_PER_ELEMENT

/** So many numbers tell of one VM and one reason, see `TakeFailure`. */
const numbersPerFailure = 4

/** Ids of the texts of both, the worst health of the tasks (position in `healths`), and how many there are. */
type TakeFailure = (vm: number, reason: number, health: number, tasks: number) => void

/** What failed in each session by VM and reason, as runs of numbers in one long array. */
export class TaskFailures implements SavedPart<TaskFailuresExtent> {
  /** Each run begins with its length. */
  #numbers = new Uint32Array(1)
  #end = 1
  #garbage = 0
  /** By position of the session, 0 for none. */
  #starts = new Uint32Array()

  /** Forgets all. */
  clear(): void {
    this.#numbers = new Uint32Array(1)
    this.#starts = new Uint32Array()
    this.#end = 1
    this.#garbage = 0
  }

  /** More than half of what is held is of no use any more: it is to be cleared and put anew. */
  get isWasteful(): boolean {
    return this.#garbage > 10_000 && this.#garbage * 2 > this.#end
  }

  get extent(): TaskFailuresExtent {
    // After the last session that failed all are 0.
    const positions = this.#starts.findLastIndex((start) => start > 0) + 1
    return { positions, numbers: this.#end, garbage: this.#garbage }
  }

  parts(): Uint8Array[] {
    return this.makeRoom(this.extent)
  }

  sizeOf({ positions, numbers }: TaskFailuresExtent): number {
    return (positions + numbers) * bytesOfNumber
  }

  makeRoom({ positions, numbers }: TaskFailuresExtent): Uint8Array[] {
    this.#starts = longEnough(this.#starts, positions)
    this.#numbers = longEnough(this.#numbers, numbers)
    return [this.#starts.subarray(0, positions), this.#numbers.subarray(0, numbers)].map(bytesOf)
  }

  completeFrom({ numbers, garbage }: TaskFailuresExtent): void {
    this.#end = numbers
    this.#garbage = garbage
  }

  /** `members`: four numbers for each VM and reason, comma-separated; '' for none. */
  put(position: number, members: string): void {
    this.#starts = longEnough(this.#starts, position + 1)
    const known = this.#starts[position] ?? 0
    if (known > 0) this.#garbage += 1 + (this.#numbers[known] ?? 0)
    this.#starts[position] = 0
    if (members === '') return
    this.#numbers = longEnough(this.#numbers, this.#end + 1 + members.length)
    const start = this.#end
    this.#end = readNumbers(members, this.#numbers, start + 1)
    this.#numbers[start] = this.#end - start - 1
    this.#starts[position] = start
  }

  /** Calls back with each VM and reason of the session at a position, in their order. */
  each(position: number, take: TakeFailure): void {
    const start = this.#starts[position] ?? 0
    const end = start + 1 + (this.#numbers[start] ?? 0)
    for (let at = start + 1; at < end; at += numbersPerFailure) {
      take(
        this.#numbers[at] ?? 0,
        this.#numbers[at + 1] ?? 0,
        this.#numbers[at + 2] ?? 0,
        this.#numbers[at + 3] ?? 0,
      )
    }
  }
}
