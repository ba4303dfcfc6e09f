import { describe, expect, it } from 'vitest'
import { detailOf, neighbourOf } from './live-rows-fixture.ts'
import { walkOf } from './recent-walk.ts'

const recent = ['a', 'b', 'c'].map((uid) => neighbourOf(uid))
const before = detailOf({ recent, newer: 'd', older: null })

describe('walkOf', () => {
  it.each([
    ['its own answer', 'c', detailOf({ recent, newer: 'd', older: 'b' }), before, 'b', 'd'],
    ['along the row before, in its midst', 'b', undefined, before, 'a', 'c'],
    ['along the row before, at its start', 'a', undefined, before, null, 'b'],
    ['along the row before, at its end', 'c', undefined, before, 'b', null],
  ])('%s', (_, uid, own, former, older, newer) =>
    expect(walkOf(uid, own, former)).toMatchObject({ recent, older, newer }),
  )

  it.each([
    ['the row before does not hold it', 'x', before],
    ['nothing is known', 'a', undefined],
  ])('%s', (_, uid, former) => expect(walkOf(uid, undefined, former)).toBeUndefined())
})
