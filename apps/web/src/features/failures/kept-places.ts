/** Where a person was in the list, to be there again when they come back. */
export interface KeptPlace {
  /** What was asked: the page's state as a text. */
  readonly subject: string
  /** When it was asked, in milliseconds. */
  readonly asked: number
  /** How far the list was scrolled, in pixels. */
  readonly top: number
  /** The row that had the focus; -1: none. */
  readonly active: number
}

const mostKept = 30
const places = new Map<string, KeptPlace>()

/** Keeps a place under the entry of the browser's history in which the list was shown. */
export function keepPlace(entry: string, place: KeptPlace): void {
  places.delete(entry)
  places.set(entry, place)
  const [oldest] = places.keys()
  if (places.size > mostKept && oldest !== undefined) places.delete(oldest)
}

/** The place in a list that was shown in an entry of the history; undefined where it is another list. */
export function keptPlace(entry: string, subject: string): KeptPlace | undefined {
  const place = places.get(entry)
  return place?.subject === subject ? place : undefined
}
