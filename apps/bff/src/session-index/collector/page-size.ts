import { failureOf } from './ask-failure.ts'
import { hourMs } from './em-time.ts'

/** EM's own default: whoever refuses this refuses the question. */
const smallestSize = 100
/** A 500 may pass, and EM may be set up anew: then the size that was asked for is tried again. */
const rememberedMs = hourMs

/**
 * How many rows are asked for at a time. EM's largest page is not documented, and it answers 400 or 500
 * where it refuses one: then half as many are asked for, and what worked is kept for an hour.
 */
export class PageSize {
  readonly #wanted: number
  readonly #elapsed: () => number
  #worked: { size: number; until: number } | undefined

  /** `elapsed`: ms of a clock that never jumps. */
  constructor(wanted: number, elapsed: () => number) {
    this.#wanted = wanted
    this.#elapsed = elapsed
  }

  get value(): number {
    if (this.#worked && this.#worked.until <= this.#elapsed()) this.#worked = undefined
    return this.#worked?.size ?? this.#wanted
  }

  /** Asks with smaller and smaller sizes until one is taken. Rejects with the first error where none is. */
  async ask<A>(ask: (size: number) => Promise<A>): Promise<A> {
    const first = this.value
    try {
      return await ask(first)
    } catch (refusal) {
      if (!mayBeTheSize(refusal)) throw refusal
      for (let size = first; size > smallestSize; ) {
        size = Math.max(smallestSize, Math.floor(size / 2))
        try {
          const answer = await ask(size)
          this.keep(size)
          return answer
        } catch (error) {
          if (!mayBeTheSize(error)) throw error
        }
      }
      throw refusal
    }
  }

  /** EM gave pages of this size, whatever was asked for. */
  keep(size: number): void {
    if (size < this.value) this.#worked = { size, until: this.#elapsed() + rememberedMs }
  }
}

function mayBeTheSize(error: unknown): boolean {
  const { code } = failureOf(error)
  return code === 'em-refused-query' || code === 'em-error'
}
