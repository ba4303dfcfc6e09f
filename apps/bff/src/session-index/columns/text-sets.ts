import type { Bits } from './bits.ts'
import { bytesOf } from './bytes-of.ts'
import { longEnough } from './long-enough.ts'
import { readNumbers } from './read-numbers.ts'
import type { SavedPart } from './saved-part.ts'

export interface TextSetsExtent {
  readonly newest: number
  readonly members: number
}

const bytesOfNumber = Uint32Array.BYTES_PER_ELEMENT

/** Lists of texts by their ids, each list a run of text ids in one long array. Set 0 is the empty one. */
export class TextSets implements SavedPart<TextSetsExtent> {
  #members = new Uint32Array()
  /** Where set `i` ends; it begins where the one before it ends. */
  #ends = new Uint32Array(1)
  #newest = 0

  /** The greatest id. */
  get newest(): number {
    return this.#newest
  }

  /** Takes in a set: ids must come in rising order. `members`: ids of texts, comma-separated. */
  add(id: number, members: string): void {
    const start = this.#ends[this.#newest] ?? 0
    this.#ends = longEnough(this.#ends, id + 1)
    this.#ends.fill(start, this.#newest + 1, id)
    this.#members = longEnough(this.#members, start + members.length)
    this.#ends[id] = readNumbers(members, this.#members, start)
    this.#newest = id
  }

  get extent(): TextSetsExtent {
    return { newest: this.#newest, members: this.#end(this.#newest) }
  }

  parts(): Uint8Array[] {
    return this.#parts(this.extent)
  }

  sizeOf({ newest, members }: TextSetsExtent): number {
    return (newest + 1 + members) * bytesOfNumber
  }

  makeRoom(extent: TextSetsExtent): Uint8Array[] {
    this.#ends = longEnough(this.#ends, extent.newest + 1)
    this.#members = longEnough(this.#members, extent.members)
    return this.#parts(extent)
  }

  completeFrom({ newest }: TextSetsExtent): void {
    this.#newest = newest
  }

  #parts({ newest, members }: TextSetsExtent): Uint8Array[] {
    return [this.#ends.subarray(0, newest + 1), this.#members.subarray(0, members)].map(bytesOf)
  }

  /** Ids of the texts of a set, the most telling first. */
  members(id: number): Uint32Array {
    return this.#members.subarray(this.#start(id), this.#end(id))
  }

  /** Id of a set's first text; 0 where it has none. */
  first(id: number): number {
    return this.#start(id) < this.#end(id) ? (this.#members[this.#start(id)] ?? 0) : 0
  }

  /** For each set whether one of these texts is in it: 1, else 0. */
  truth(texts: Bits): Uint8Array {
    const truth = new Uint8Array(this.#newest + 1)
    if (texts.isEmpty) return truth
    const members = this.#members
    let index = 0
    for (let id = 1; id <= this.#newest; id += 1) {
      const end = this.#end(id)
      while (index < end && !texts.has(members[index] ?? 0)) index += 1
      if (index < end) truth[id] = 1
      index = end
    }
    return truth
  }

  #start(id: number): number {
    return id < 1 ? 0 : (this.#ends[id - 1] ?? 0)
  }

  #end(id: number): number {
    return this.#ends[id] ?? 0
  }
}
