/** EM's words for State and Result, by their ids. */
export class Words {
  readonly #words: string[] = []
  #newest = 0

  /** The greatest id. */
  get newest(): number {
    return this.#newest
  }

  add(id: number, word: string): void {
    this.#words[id] = word
    this.#newest = Math.max(this.#newest, id)
  }

  /** The word of an id; '' where there is none. */
  word(id: number): string {
    return this.#words[id] ?? ''
  }

  /** For each id whether its word passes. */
  truth(passes: (word: string) => boolean): Uint8Array {
    return Uint8Array.from({ length: this.#newest + 1 }, (_, id) => Number(passes(this.word(id))))
  }

  /** What is made of each word, by its id. */
  list(make: (word: string) => string): string[] {
    return Array.from({ length: this.#newest + 1 }, (_, id) => make(this.word(id)))
  }
}
