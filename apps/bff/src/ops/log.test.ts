import { describe, expect, it } from 'vitest'
import { createLog } from './log.ts'

describe('the log', () => {
  it.each([
    ['info', ['info', 'warn']],
    ['trace', ['debug', 'info', 'warn']],
    ['silent', []],
  ])('at level %s writes JSON lines of %j', (level, written) => {
    const lines: string[] = []
    const log = createLog(level, { write: (line) => lines.push(line) })
    log.debug('debug')
    log.info('info')
    log.warn('warn')
    const messages = lines.map((line): unknown => JSON.parse(line))
    expect(messages).toEqual(
      written.map((msg) => expect.objectContaining({ msg, time: expect.stringMatching(/Z$/) })),
    )
    for (const message of messages) expect(message).not.toHaveProperty('hostname')
  })
})
