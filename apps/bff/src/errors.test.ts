import { problemCodes, problemSchema } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { AppError, problemOf } from './errors.ts'

describe('a problem', () => {
  it.each(problemCodes)('%s is whole, whatever else is known of it', (code) => {
    const bare = problemOf(new AppError(code, 'why'))
    expect(problemSchema.parse(bare)).toEqual(bare)
    expect(bare).toMatchObject({ code, detail: 'why' })
    const full = problemOf(
      new AppError(code, 'why', {
        parameter: 'filter',
        position: { start: 1, end: 2 },
        retryAfterSeconds: 9,
      }),
      'request-1',
    )
    expect(problemSchema.parse(full)).toEqual(full)
    expect(full).toMatchObject({
      parameter: 'filter',
      retryAfterSeconds: 9,
      requestId: 'request-1',
    })
  })

  it('that may pass says when to ask again', () => {
    for (const code of problemCodes) {
      const { status, retryAfterSeconds } = problemOf(new AppError(code, 'why'))
      expect(retryAfterSeconds !== undefined, code).toBe(status === 503)
    }
  })

  it.each([
    new Error('the password is hunter2'),
    Object.assign(new Error('secret'), { status: 500 }),
    'hunter2',
    undefined,
    { status: 400, message: 'hunter2' },
  ])('tells nothing of the unexpected %s', (error) => {
    const problem = problemOf(error)
    expect(problem).toMatchObject({ status: 500, code: 'internal-error' })
    expect(JSON.stringify(problem)).not.toMatch(/hunter2|secret/)
  })

  it('knows an address that Express could not decode', () => {
    const error = Object.assign(new URIError("Failed to decode param '%zz'"), { status: 400 })
    expect(problemOf(error)).toMatchObject({
      status: 400,
      code: 'bad-parameter',
      parameter: 'path',
    })
  })
})
