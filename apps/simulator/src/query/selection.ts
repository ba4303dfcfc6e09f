/** Compares two rows that are at these places of the selection: negative when the first comes first. */
type Order = (a: number, b: number) => number

/** Puts the `count` first of the places in front, in no order among themselves. Linear on average. */
function partition(places: Uint32Array, from: number, count: number, order: Order): void {
  let low = from
  let high = places.length - 1
  const target = count
  while (low < high) {
    const pivot = places[(low + high) >>> 1] ?? 0
    let left = low
    let right = high
    while (left <= right) {
      while (order(places[left] ?? 0, pivot) < 0) left += 1
      while (order(places[right] ?? 0, pivot) > 0) right -= 1
      if (left > right) break
      const swapped = places[left] ?? 0
      places[left] = places[right] ?? 0
      places[right] = swapped
      left += 1
      right -= 1
    }
    if (target <= right) high = right
    else if (target >= left) low = left
    else return
  }
}

function allPlaces(count: number): Uint32Array {
  const places = new Uint32Array(count)
  for (let place = 0; place < count; place += 1) places[place] = place
  return places
}

/**
 * Picks one page out of all rows that match, without sorting them all. Rows are numbers (handles); those with equal
 * keys come in an order that is always the same and as good as none.
 */
export class Selection<Key extends number | string> {
  total = 0
  readonly #last: number
  readonly #compare: (a: Key, b: Key) => number
  #keys: Key[] = []
  #handles: number[] = []
  #ties: number[] = []
  /** The last row that is still in the running: what comes behind it need not be kept. */
  #worst: { readonly key: Key; readonly tie: number } | undefined

  /** `last` is the end of the page: rows behind it are never needed. */
  constructor(last: number, compare: (a: Key, b: Key) => number) {
    this.#last = last
    this.#compare = compare
  }

  offer(key: Key, handle: number): void {
    const tie = Math.imul(this.total, 0x9e3779b1)
    this.total += 1
    if (this.#worst) {
      const compared = this.#compare(key, this.#worst.key)
      if (compared > 0 || (compared === 0 && tie > this.#worst.tie)) return
    }
    this.#keys.push(key)
    this.#handles.push(handle)
    this.#ties.push(tie)
    if (this.#keys.length >= Math.max(4 * this.#last, 16_384)) this.#prune()
  }

  /** The handles of the page that begins at `first` (counted from 0), in order. */
  page(first: number): number[] {
    const places = allPlaces(this.#keys.length)
    const order = this.#order()
    if (first > 0) partition(places, 0, first, order)
    partition(places, Math.min(first, places.length), this.#last, order)
    const page = [...places.subarray(first, this.#last)].sort(order)
    return page.map((place) => this.#handles[place] ?? 0)
  }

  #order(): Order {
    const [keys, ties, compare] = [this.#keys, this.#ties, this.#compare]
    return (a, b) => {
      const keyA = keys[a]
      const keyB = keys[b]
      if (keyA === undefined || keyB === undefined) return 0
      return compare(keyA, keyB) || (ties[a] ?? 0) - (ties[b] ?? 0)
    }
  }

  #prune(): void {
    const places = allPlaces(this.#keys.length)
    const order = this.#order()
    partition(places, 0, this.#last, order)
    let worst = places[0] ?? 0
    const [keys, handles, ties]: [Key[], number[], number[]] = [[], [], []]
    for (const place of places.subarray(0, this.#last)) {
      const key = this.#keys[place]
      if (key === undefined) continue
      if (order(place, worst) > 0) worst = place
      keys.push(key)
      handles.push(this.#handles[place] ?? 0)
      ties.push(this.#ties[place] ?? 0)
    }
    const key = this.#keys[worst]
    if (key !== undefined) this.#worst = { key, tie: this.#ties[worst] ?? 0 }
    this.#keys = keys
    this.#handles = handles
    this.#ties = ties
  }
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}

/**
 * A page of rows that nobody has asked to be sorted. EM gives them in no useful order: here with a wide stride, which
 * is another one as soon as there is one row more, so that who pages without a sort sees rows twice or never.
 */
export function strided(handles: readonly number[], first: number, size: number): number[] {
  const total = handles.length
  let stride = Math.max(1, Math.floor(total * 0.618))
  while (greatestCommonDivisor(stride, total) > 1) stride += 1
  const page: number[] = []
  for (let at = first; at < Math.min(total, first + size); at += 1) {
    const handle = handles[(at * stride + 1) % total]
    if (handle !== undefined) page.push(handle)
  }
  return page
}

/** Numbers in order, NaN (no value) first. */
export function numbersInOrder(a: number, b: number): number {
  if (a < b) return -1
  if (a > b) return 1
  return Number(Number.isNaN(b)) - Number(Number.isNaN(a))
}

/** Texts in order of their code units. */
export function textsInOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
