import { bytesOf } from './bytes-of.ts'
import { longEnough } from './long-enough.ts'
import type { SavedPart } from './saved-part.ts'
import type { TextSets } from './text-sets.ts'

/** `texts`: so many ids of texts have a place. */
export interface FailureGroupsExtent {
  readonly texts: number
}

/**
 * Which groups of failures there are, and which the texts of a set are in. Groups go by their row's id, 0
 * is none. Saved is the group of each text; the rest follows from it.
 */
export class FailureGroups implements SavedPart<FailureGroupsExtent> {
  readonly #ids: string[] = []
  readonly #numbers = new Map<string, number>()
  #ofText = new Uint32Array()
  #newest = 0
  #members = new Uint32Array()
  /** Where the groups of set `i` end; they begin where those of the one before end. */
  #ends = new Uint32Array(1)
  #newestSet = 0
  /** No text of a set that is known has a greater id. */
  #newestText = 0
  /** By group the set in which it was found last, 0 where in none. */
  #foundIn = new Uint32Array()

  /** The greatest number of a group. */
  get newest(): number {
    return this.#newest
  }

  add(group: number, id: string): void {
    this.#ids[group] = id
    this.#numbers.set(id, group)
    this.#newest = Math.max(this.#newest, group)
  }

  /** The id by which people know a group; '' where there is none. */
  id(group: number): string {
    return this.#ids[group] ?? ''
  }

  /** The number of the group with an id; 0 where there is none. */
  number(id: string): number {
    return this.#numbers.get(id) ?? 0
  }

  /** Puts a text into a group. `follow` must come after it. */
  assign(text: number, group: number): void {
    this.#ofText = longEnough(this.#ofText, text + 1)
    if (this.#ofText[text] === group) return
    this.#ofText[text] = group
    if (text <= this.#newestText) this.#newestSet = 0
  }

  get extent(): FailureGroupsExtent {
    return { texts: this.#newestText + 1 }
  }

  parts(): Uint8Array[] {
    return this.makeRoom(this.extent)
  }

  sizeOf({ texts }: FailureGroupsExtent): number {
    return texts * Uint32Array.BYTES_PER_ELEMENT
  }

  makeRoom({ texts }: FailureGroupsExtent): Uint8Array[] {
    this.#ofText = longEnough(this.#ofText, texts)
    return [bytesOf(this.#ofText.subarray(0, texts))]
  }

  /** `follow` must come after it. */
  completeFrom(): void {
    this.#newestSet = 0
  }

  /** The group of a text, 0 where it is in none. */
  ofText(text: number): number {
    return this.#ofText[text] ?? 0
  }

  /** Takes in what was assigned, and the sets that are new. `newestText`: the greatest id of a text. */
  follow(textSets: TextSets, newestText: number): void {
    this.#ends = longEnough(this.#ends, textSets.newest + 1)
    if (this.#newestSet === 0) this.#foundIn = new Uint32Array(this.#newest + 1)
    this.#foundIn = longEnough(this.#foundIn, this.#newest + 1)
    for (let set = this.#newestSet + 1; set <= textSets.newest; set += 1) {
      let end = this.#ends[set - 1] ?? 0
      const texts = textSets.members(set)
      this.#members = longEnough(this.#members, end + texts.length)
      for (const text of texts) {
        const group = this.#ofText[text] ?? 0
        if (group === 0 || this.#foundIn[group] === set) continue
        this.#foundIn[group] = set
        this.#members[end] = group
        end += 1
      }
      this.#ends[set] = end
    }
    this.#newestSet = textSets.newest
    this.#newestText = newestText
  }

  /** Whether a text of a set is in the group. */
  isUsed(group: number): boolean {
    return (this.#foundIn[group] ?? 0) > 0
  }

  /** The groups that the texts of a set are in, each once, in the order of the texts. */
  ofSet(set: number): Uint32Array {
    return set < 1
      ? this.#members.subarray(0, 0)
      : this.#members.subarray(this.#ends[set - 1], this.#ends[set])
  }

  /** Calls back with each group of a set, as `ofSet` gives them: of tens of thousands of sets, in a third of the time. */
  eachOfSet(set: number, take: (group: number) => void): void {
    if (set < 1) return
    const end = this.#ends[set] ?? 0
    for (let at = this.#ends[set - 1] ?? 0; at < end; at += 1) take(this.#members[at] ?? 0)
  }

  /** For each set whether one of its texts is in one of these groups. */
  setsWith(groups: ReadonlySet<number>): Uint8Array {
    const truth = new Uint8Array(this.#newestSet + 1)
    for (let set = 1; set <= this.#newestSet; set += 1) {
      for (const group of this.ofSet(set)) if (groups.has(group)) truth[set] = 1
    }
    return truth
  }
}
