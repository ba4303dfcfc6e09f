import { describe, expect, it } from 'vitest'
import { AppError } from '../errors.ts'
import { createAdmission } from './admission.ts'

const never = new AbortController().signal
const settled = () => new Promise((resolve) => setImmediate(resolve))

/** Tasks that end when told. */
const createTasks = (admit: ReturnType<typeof createAdmission>) => {
  const begun: { name: string; end: () => void }[] = []
  return {
    begun: () => begun.map(({ name }) => name),
    end: (name: string) => begun.find((task) => task.name === name)?.end(),
    ask: (name: string, signal = never) =>
      admit(signal, () => {
        const { promise, resolve } = Promise.withResolvers<string>()
        begun.push({ name, end: () => resolve(name) })
        return promise
      }),
  }
}

describe('live queries', () => {
  it('are few at a time; the others wait their turn', async () => {
    const tasks = createTasks(createAdmission({ atATime: 2, waiting: 5 }))
    const answers = ['a', 'b', 'c', 'd'].map((name) => tasks.ask(name))
    await settled()
    expect(tasks.begun()).toEqual(['a', 'b'])
    tasks.end('b')
    await expect(answers[1]).resolves.toBe('b')
    await settled()
    expect(tasks.begun()).toEqual(['a', 'b', 'c'])
    for (const name of ['a', 'c']) tasks.end(name)
    await settled()
    tasks.end('d')
    await expect(Promise.all(answers)).resolves.toEqual(['a', 'b', 'c', 'd'])
  })

  it.each([
    [1, 0, 1],
    [2, 0, 2],
    [2, 3, 5],
  ])(
    '%i at a time and %i waiting: one more than %i is turned away',
    async (atATime, waiting, all) => {
      const tasks = createTasks(createAdmission({ atATime, waiting }))
      const taken = Array.from({ length: all }, (_, index) => tasks.ask(String(index)))
      const refused = (async () => tasks.ask('one more'))()
      await expect(refused).rejects.toMatchObject({
        code: 'too-many-live-requests',
        extras: { retryAfterSeconds: 2 },
      })
      await expect(refused).rejects.toBeInstanceOf(AppError)
      tasks.end('0')
      await taken[0]
      await settled()
      const afterwards = tasks.ask('afterwards')
      for (let left = all + 1; left > 0; left -= 1) {
        for (const name of tasks.begun()) tasks.end(name)
        await settled()
      }
      await expect(Promise.all([...taken, afterwards])).resolves.toHaveLength(all + 1)
    },
  )

  it('give their place in the queue up when nobody waits for them', async () => {
    const tasks = createTasks(createAdmission({ atATime: 1, waiting: 1 }))
    const first = tasks.ask('first')
    const leaving = new AbortController()
    const gone = tasks.ask('gone', leaving.signal)
    leaving.abort()
    await expect(gone).rejects.toThrow()
    const next = tasks.ask('next')
    tasks.end('first')
    await first
    await settled()
    expect(tasks.begun()).toEqual(['first', 'next'])
    tasks.end('next')
    await expect(next).resolves.toBe('next')
  })

  it('free their place when they fail', async () => {
    const admit = createAdmission({ atATime: 1, waiting: 0 })
    await expect(admit(never, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    await settled()
    await expect(admit(never, async () => 'yes')).resolves.toBe('yes')
  })
})
