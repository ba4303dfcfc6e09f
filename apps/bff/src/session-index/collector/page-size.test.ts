import { describe, expect, it } from 'vitest'
import { AppError } from '../../errors.ts'
import { hourMs } from './em-time.ts'
import { PageSize } from './page-size.ts'

const refusal = (words: string) => new AppError('em-refused-query', words)

/** Asks once of an EM that takes pages up to this size. */
const askEm = async (pageSize: PageSize, largest: number, error = refusal('too large')) => {
  const sizes: number[] = []
  const answer = pageSize.ask(async (size) => {
    sizes.push(size)
    if (size > largest) throw error
    return size
  })
  await Promise.allSettled([answer])
  return { answer, sizes }
}

describe('the page size', () => {
  it.each([
    [500, 1000, [500]],
    [500, 400, [500, 250]],
    [500, 130, [500, 250, 125]],
    [500, 100, [500, 250, 125, 100]],
    [1000, 100, [1000, 500, 250, 125, 100]],
    [101, 100, [101, 100]],
    [100, 100, [100]],
    [20, 20, [20]],
  ])(
    '%i of an EM that takes %i is tried as %j, and what worked is kept',
    async (wanted, largest, tried) => {
      const pageSize = new PageSize(wanted, () => 0)
      expect((await askEm(pageSize, largest)).sizes).toEqual(tried)
      expect(pageSize.value).toBe(tried.at(-1))
      expect((await askEm(pageSize, largest)).sizes).toEqual([tried.at(-1)])
    },
  )

  it('is as it was where no size is taken, and the first error is told', async () => {
    const pageSize = new PageSize(400, () => 0)
    let count = 0
    const answer = pageSize.ask(async () => {
      count += 1
      throw refusal(`refusal ${count}`)
    })
    await expect(answer).rejects.toMatchObject({ message: 'refusal 1' })
    expect(count).toBe(3)
    expect(pageSize.value).toBe(400)
  })

  it('is not what an EM out of reach is asked again about', async () => {
    const down = new AppError('em-unreachable', 'nothing listens there')
    const pageSize = new PageSize(400, () => 0)
    const { answer, sizes } = await askEm(pageSize, 0, down)
    await expect(answer).rejects.toBe(down)
    expect(sizes).toEqual([400])
  })

  it('is what a 500 is asked again about', async () => {
    const pageSize = new PageSize(400, () => 0)
    const { sizes } = await askEm(pageSize, 200, new AppError('em-error', 'It answered 500.'))
    expect(sizes).toEqual([400, 200])
  })

  it('that was wanted is tried again after an hour', async () => {
    let elapsed = 0
    const pageSize = new PageSize(400, () => elapsed)
    await askEm(pageSize, 250)
    elapsed = hourMs - 1
    expect(pageSize.value).toBe(200)
    elapsed = hourMs
    expect((await askEm(pageSize, 1000)).sizes).toEqual([400])
  })
})
