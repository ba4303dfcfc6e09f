import { describe, expect, it } from 'vitest'
import { inParallel } from './in-parallel.ts'

const never = () => new AbortController().signal
/** Ends only when it is broken off, and then a moment later. */
const untilBroken = (ended: () => void) => async (signal: AbortSignal) => {
  await new Promise((resolve) => signal.addEventListener('abort', resolve))
  await Promise.resolve()
  ended()
  throw signal.reason
}

describe('two things at once', () => {
  it('give both results', async () => {
    expect(
      await inParallel(
        never(),
        async () => 1,
        async () => 'b',
      ),
    ).toEqual([1, 'b'])
  })

  it.each([0, 1])(
    'are broken off where one fails, and nothing is left under way (%i)',
    async (which) => {
      let isUnderWay = true
      const other = untilBroken(() => {
        isUnderWay = false
      })
      const failing = async () => {
        throw new Error('no')
      }
      const both =
        which === 0 ? inParallel(never(), failing, other) : inParallel(never(), other, failing)
      await expect(both).rejects.toThrow('no')
      expect(isUnderWay).toBe(false)
    },
  )

  it('are broken off from outside', async () => {
    const stopping = new AbortController()
    let ended = 0
    const both = inParallel(
      stopping.signal,
      untilBroken(() => {
        ended += 1
      }),
      untilBroken(() => {
        ended += 1
      }),
    )
    stopping.abort(new Error('stopped'))
    await expect(both).rejects.toThrow('stopped')
    expect(ended).toBe(2)
  })
})
