import type { SessionDetail } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { detailOf, sessionOf, taskOf } from './live-rows-fixture.ts'
import { type Asked, askedOf, chooseSource, chooseTasks } from './session-source.ts'

const session = sessionOf()
const asking = { kind: 'asking' } as const
const failed = { kind: 'failed' } as const
const answered = <T>(answer: T): Asked<T> => ({ kind: 'answered', answer })
const has = answered({ session })
const hasNot = answered({ session: null })
const kept = answered(detailOf({ tasksComplete: false, tasks: [taskOf('kept', 'Failed')] }))
const keptWhole = answered(detailOf({ tasksComplete: true, tasks: [taskOf('whole', 'Failed')] }))

describe('askedOf', () => {
  it.each([
    ['asking', undefined, false, asking],
    ['failed', undefined, true, failed],
    ['answered', 1, false, answered(1)],
    ['answered before, failed since', 1, true, answered(1)],
  ])('%s', (_, data, isError, asked) => expect(askedOf(data, isError)).toEqual(asked))
})

describe('chooseSource', () => {
  it.each<[string, Parameters<typeof chooseSource>[0], Asked<SessionDetail>, string, string?]>([
    ['EM answers', has, kept, 'live'],
    ['EM answers, no index', has, failed, 'live'],
    ['EM is asked', asking, kept, 'index', 'asking'],
    ['EM is asked, the index too', asking, asking, 'none', 'asking'],
    ['EM is asked, the index has not got it', asking, failed, 'none', 'asking'],
    ['EM has it no more', hasNot, kept, 'index', 'gone'],
    ['EM has it no more, the index is asked', hasNot, asking, 'none', 'asking'],
    ['nobody has it', hasNot, failed, 'none', 'no-such-session'],
    ['EM does not answer', failed, kept, 'index', 'no-answer'],
    ['EM does not answer, the index is asked', failed, asking, 'none', 'asking'],
    ['nobody answers', failed, failed, 'none', 'no-answer'],
  ])('%s', (_, live, index, kind, because) => {
    const source = chooseSource(live, index)
    expect(source.kind).toBe(kind)
    expect('because' in source ? source.because : undefined).toBe(because)
  })
})

describe('chooseTasks', () => {
  const rows = answered({ rows: [taskOf('live', 'Failed')] })
  type Live = Parameters<typeof chooseTasks>[1]
  it.each<[string, Parameters<typeof chooseSource>[0], Live, Asked<SessionDetail>, string]>([
    ['EM answers', has, rows, keptWhole, 'live: live, whole'],
    ['EM answers before it gives the session', asking, rows, kept, 'live: live, whole'],
    ['EM is asked: whole ones of the index', has, asking, keptWhole, 'index: whole, whole'],
    ['EM is asked: not some of them', has, asking, kept, 'asking'],
    ['EM fails: those that are kept', has, failed, kept, 'index: kept, in part'],
    ['EM fails, the index is asked', has, failed, asking, 'asking'],
    ['nobody has them', has, failed, failed, 'not-known'],
    ['EM has the session no more', hasNot, answered({ rows: [] }), kept, 'index: kept, in part'],
  ])('%s', (_, live, tasks, index, expected) => {
    const chosen = chooseTasks(chooseSource(live, index), tasks, index)
    const words =
      'tasks' in chosen
        ? `${chosen.kind}: ${chosen.tasks.map((task) => task.vmDisplayName).join()}, ${chosen.isWhole ? 'whole' : 'in part'}`
        : chosen.kind
    expect(words).toBe(expected)
  })
})
