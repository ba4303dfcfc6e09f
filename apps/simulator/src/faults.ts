/** What can be made to go wrong with an answer. */
export const faultKinds = [
  '401',
  '403',
  '500',
  '503',
  'slow',
  'reset',
  'truncated',
  'html',
  'xml-error',
] as const
export type FaultKind = (typeof faultKinds)[number]

/** A failure of the next requests to /api whose path and query hold a text. */
export interface Fault {
  readonly kind: FaultKind
  /** How many requests it befalls. */
  readonly count: number
  /** Milliseconds before the answer. */
  readonly delayMs: number
  /** Empty: any request. */
  readonly path: string
  /** Seconds, for the Retry-After header of a 503. */
  readonly retryAfter: number | undefined
}

/** The failures that are still to come, in the order in which they were asked for. */
export class Faults {
  #queue: { readonly fault: Fault; left: number }[] = []

  add(fault: Fault): void {
    this.#queue.push({ fault, left: fault.count })
  }

  /** The failure of a request, which uses it up once. */
  take(url: string): Fault | undefined {
    const entry = this.#queue.find((waiting) => url.includes(waiting.fault.path))
    if (!entry) return undefined
    entry.left -= 1
    if (entry.left <= 0) this.#queue = this.#queue.filter((waiting) => waiting !== entry)
    return entry.fault
  }

  clear(): void {
    this.#queue = []
  }

  get waiting(): number {
    return this.#queue.reduce((sum, entry) => sum + entry.left, 0)
  }
}
