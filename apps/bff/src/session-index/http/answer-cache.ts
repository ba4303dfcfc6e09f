import { LRUCache } from 'lru-cache'

/** An answer of the index: its JSON in UTF-8, and the data version it was read at. */
export interface IndexAnswer {
  body: Buffer
  dataVersion: number
}

const mostBytes = 32 * 1024 * 1024

/**
 * Answers by question, each computed once per state of the index however many ask for it at a time: a
 * wall of screens asks the same. `state` changes whenever an answer may; answers to an older one go.
 */
export class AnswerCache {
  readonly #answers = new LRUCache<string, { state: string; answer: IndexAnswer }>({
    maxSize: mostBytes,
    sizeCalculation: ({ answer }, question) => answer.body.length + question.length + 1,
  })
  readonly #pending = new Map<string, Promise<IndexAnswer>>()

  /** The answer that is known, or that `compute` gives; a failure is not kept. */
  async get(
    question: string,
    state: string,
    compute: () => Promise<IndexAnswer>,
  ): Promise<IndexAnswer> {
    const known = this.#answers.get(question)
    if (known?.state === state) return known.answer
    const pendingKey = `${state} ${question}`
    const pending = this.#pending.get(pendingKey)
    if (pending) return pending
    const computing = compute()
    this.#pending.set(pendingKey, computing)
    try {
      const answer = await computing
      this.#answers.set(question, { state, answer })
      return answer
    } finally {
      this.#pending.delete(pendingKey)
    }
  }
}
