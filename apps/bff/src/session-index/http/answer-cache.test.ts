import { describe, expect, it } from 'vitest'
import { AnswerCache } from './answer-cache.ts'

const answerOf = (text: string) => ({ body: Buffer.from(text), dataVersion: 1 })

describe('AnswerCache', () => {
  it('computes one question once for all who ask it at a time, and after', async () => {
    const cache = new AnswerCache()
    let computed = 0
    const compute = async () => {
      computed += 1
      await Promise.resolve()
      return answerOf('a')
    }
    const answers = await Promise.all([1, 2, 3].map(() => cache.get('q', 1, compute)))
    answers.push(await cache.get('q', 1, compute))
    expect(answers.map((answer) => answer.body.toString())).toEqual(['a', 'a', 'a', 'a'])
    expect(computed).toBe(1)
  })

  it('computes anew for another question and for another version', async () => {
    const cache = new AnswerCache()
    const texts: string[] = []
    for (const [question, version] of [
      ['q', 1],
      ['r', 1],
      ['q', 2],
    ] as const) {
      const answer = await cache.get(question, version, async () =>
        answerOf(`${question}${version}`),
      )
      texts.push(answer.body.toString())
    }
    expect(texts).toEqual(['q1', 'r1', 'q2'])
  })

  it('keeps no failure', async () => {
    const cache = new AnswerCache()
    await expect(cache.get('q', 1, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    const answer = await cache.get('q', 1, async () => answerOf('yes'))
    expect(answer.body.toString()).toBe('yes')
  })
})
