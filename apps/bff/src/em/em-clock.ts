const secondMs = 1000

/** What the difference of two clocks is at least and at most, in ms. */
interface Bounds {
  readonly least: number
  readonly most: number
}

/**
 * EM's clock, by the `Date` header of its answers, which tells whole seconds. Each answer bounds how far
 * EM's clock is ahead of this server's; together they narrow it down. An answer that contradicts those
 * before it says that one of the clocks was set: it alone counts from then on.
 */
export class EmClock {
  #bounds: Bounds | undefined

  /**
   * Takes in the `Date` of an answer to a request that was sent and answered at these times (ms since
   * 1970, by this server's clock). One that is absent or no date tells nothing.
   */
  note(date: string | undefined, sentAt: number, answeredAt: number): void {
    const told = Date.parse(date ?? '')
    if (Number.isNaN(told)) return
    const seen = { least: told - answeredAt, most: told + secondMs - sentAt }
    const known = this.#bounds ?? seen
    const both = {
      least: Math.max(known.least, seen.least),
      most: Math.min(known.most, seen.most),
    }
    this.#bounds = both.least <= both.most ? both : seen
  }

  /** What EM's clock is ahead of this server's, in ms; 0 until EM has answered. */
  get offsetMs(): number {
    return this.#bounds ? Math.round((this.#bounds.least + this.#bounds.most) / 2) : 0
  }
}
