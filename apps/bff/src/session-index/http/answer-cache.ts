import { LRUCache } from 'lru-cache'

/** An answer of the index: its JSON in UTF-8, and the data version it was read at. */
export interface IndexAnswer {
  body: Buffer
  dataVersion: number
}

const mostBytes = 16 * 1024 * 1024

/**
 * Answers by question, each computed once per data version however many ask for it at a time: a wall of
 * screens asks the same. Answers at an older version go.
 */
export class AnswerCache {
  readonly #answers = new LRUCache<string, { at: number; answer: IndexAnswer }>({
    maxSize: mostBytes,
    sizeCalculation: ({ answer }, question) => answer.body.length + question.length + 1,
  })
  readonly #pending = new Map<string, Promise<IndexAnswer>>()

  /** The answer that is known, or that `compute` gives; a failure is not kept. */
  async get(
    question: string,
    dataVersion: number,
    compute: () => Promise<IndexAnswer>,
  ): Promise<IndexAnswer> {
    const known = this.#answers.get(question)
    if (known?.at === dataVersion) return known.answer
    const pendingKey = `${dataVersion} ${question}`
    const pending = this.#pending.get(pendingKey)
    if (pending) return pending
    const computing = compute()
    this.#pending.set(pendingKey, computing)
    try {
      const answer = await computing
      this.#answers.set(question, { at: dataVersion, answer })
      return answer
    } finally {
      this.#pending.delete(pendingKey)
    }
  }
}
