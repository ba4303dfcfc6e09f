/** Names to be found in texts, in any case; built once for all texts of a session. */
export interface NameSet {
  readonly known: ReadonlySet<string>
  /** The lengths that occur, longest first, so that the longest name wins. */
  readonly lengths: readonly number[]
}

/** One character says nothing; what is longer than any name of a VM would only slow the search. */
const shortest = 2
const longest = 120

/** The names that can be searched for; absent, very short and very long ones are left out. */
export function nameSetOf(names: Iterable<string | null>): NameSet {
  const usable = [...names]
    .filter((name) => name !== null)
    .map((name) => name.trim())
    .filter((name) => name.length >= shortest && name.length <= longest)
  return {
    known: new Set(usable.map((name) => name.toLowerCase())),
    lengths: [...new Set(usable.map((name) => name.length))].sort((a, b) => b - a),
  }
}

const nameCharacter = /[\p{L}\p{N}_-]/u

/** Whether a name can begin or end between these two characters: it is never part of a longer word. */
export function isNameEdge(before: string | undefined, after: string | undefined): boolean {
  return !(before && after && nameCharacter.test(before) && nameCharacter.test(after))
}

/** Length of the longest name that stands at this place of the text, or 0. */
export function nameLengthAt(text: string, at: number, names: NameSet): number {
  if (!isNameEdge(text[at - 1], text[at])) return 0
  const found = names.lengths.find(
    (length) =>
      names.known.has(text.slice(at, at + length).toLowerCase()) &&
      isNameEdge(text[at + length - 1], text[at + length]),
  )
  return found ?? 0
}
