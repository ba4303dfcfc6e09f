/** What one transaction has touched so far; sessions by their `seq`. */
export class Touched {
  /** The data version, if anything that people can see changes. */
  readonly version: number
  readonly added = new Set<number>()
  /** Sessions known before whose row is another now. */
  readonly changed = new Set<number>()
  readonly #toSettle = new Map<number, 'outcome' | 'none'>()
  #isVisible = false

  constructor(version: number) {
    this.version = version
  }

  get isVisible(): boolean {
    return this.#isVisible || this.added.size > 0 || this.changed.size > 0
  }

  /** Something beside the rows of sessions is another now. */
  seen(): void {
    this.#isVisible = true
  }

  change(session: number): void {
    if (!this.added.has(session)) this.changed.add(session)
  }

  /** The session is to be summed up anew; `outcome`: how it or its tasks ended is not what it was. */
  unsettle(session: number, news: 'outcome' | 'none'): void {
    if (this.#toSettle.get(session) !== 'outcome') this.#toSettle.set(session, news)
  }

  /** The session has been summed up. */
  settle(session: number): void {
    this.#toSettle.delete(session)
  }

  /** What is to be summed up, as of now. */
  unsettled(): [session: number, news: 'outcome' | 'none'][] {
    return [...this.#toSettle]
  }
}
