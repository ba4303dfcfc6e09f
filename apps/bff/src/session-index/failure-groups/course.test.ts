import { describe, expect, it } from 'vitest'
import { hourMs } from '../policies/duration.ts'
import { type Course, courseOf, type FirstWell, type Sighting } from './course.ts'

const now = Number.POSITIVE_INFINITY
const day = (days: number) => days * 24 * hourMs

/** A session of a policy over these days. */
type Days = readonly [policy: number, began: number, ended: number]

const firstWellOf =
  (well: readonly Days[]): FirstWell =>
  (policy, beganAfter, thereAfter) => {
    const found = well.find(
      ([of, began, ended]) => of === policy && day(began) > beganAfter && day(ended) > thereAfter,
    )
    return found === undefined ? now : day(found[1])
  }

const course = (seen: readonly Days[], well: readonly Days[]): Course =>
  courseOf(
    seen.map(
      ([policy, began, ended]): Sighting => ({ policy, began: day(began), ended: day(ended) }),
    ),
    firstWellOf(well),
  )

describe('the course of a group', () => {
  it.each<
    [string, Days[], Days[], [first: number, last: number, began: number, recovered: number]]
  >([
    ['seen once, and nothing since', [[1, 10, 11]], [], [10, 11, 10, now]],
    ['in a session that works', [[1, 10, now]], [[1, 9, 10]], [10, now, 10, now]],
    ['well in the next session', [[1, 10, 11]], [[1, 11, 12]], [10, 11, 10, 11]],
    ['well in one that works', [[1, 10, 11]], [[1, 11.5, now]], [10, 11, 10, 11.5]],
    [
      'well only before',
      [[1, 10, 11]],
      [
        [1, 8, 9],
        [1, 9, 10],
      ],
      [10, 11, 10, now],
    ],
    ['well after a warning of another cause', [[1, 10, 11]], [[1, 14, 15]], [10, 11, 10, 14]],
    [
      'one of two policies well',
      [
        [1, 10, 11],
        [2, 10, 11],
      ],
      [[1, 11, 12]],
      [10, 11, 10, now],
    ],
    [
      'both well, one later',
      [
        [1, 10, 11],
        [2, 10, 11],
      ],
      [
        [1, 11, 12],
        [2, 13, 14],
      ],
      [10, 11, 10, 13],
    ],
    [
      'well while the other still had it',
      [
        [1, 10, 11],
        [2, 10.5, 13],
      ],
      [
        [1, 11, 12],
        [1, 12, 13.5],
        [2, 14, 15],
      ],
      [10, 13, 10, 14],
    ],
    [
      'well, but not when or since it was last seen',
      [
        [1, 10, 11],
        [2, 10.5, 13],
      ],
      [
        [1, 11, 12],
        [2, 14, 15],
      ],
      [10, 13, 10, now],
    ],
    [
      'in a policy that last had it 31 days before',
      [
        [1, 10, 11],
        [2, 42, 43],
      ],
      [[2, 43, 44]],
      [10, 43, 10, 43],
    ],
    [
      'in a policy that last had it 29 days before',
      [
        [1, 10, 11],
        [2, 39, 40],
      ],
      [[2, 40, 41]],
      [10, 40, 10, now],
    ],
    [
      'in one policy though another one works with it',
      [
        [1, 10, 11],
        [2, 10, now],
      ],
      [[1, 11, now]],
      [10, now, 10, now],
    ],
    [
      'day after day',
      [
        [1, 10, 11],
        [1, 11, 12],
        [1, 12, now],
      ],
      [],
      [10, now, 10, now],
    ],
  ])('%s: does not return', (_, seen, well, [first, last, began, recovered]) => {
    expect(course(seen, well)).toEqual({
      firstSeen: day(first),
      lastSeen: day(last),
      began: day(began),
      hasReturned: false,
      recoveredAt: day(recovered),
    })
  })

  it.each<[string, Days[], Days[], [last: number, began: number, recovered: number]]>([
    [
      'after a day',
      [
        [1, 10, 11],
        [1, 12, now],
      ],
      [[1, 11, 12]],
      [now, 12, now],
    ],
    [
      'twice',
      [
        [1, 10, 11],
        [1, 12, 13],
        [1, 15, now],
      ],
      [
        [1, 11, 12],
        [1, 13, 14],
      ],
      [now, 15, now],
    ],
    [
      'and has recovered again',
      [
        [1, 10, 11],
        [1, 12, 13],
      ],
      [
        [1, 11, 12],
        [1, 13, now],
      ],
      [13, 12, 13],
    ],
    [
      'in another policy',
      [
        [1, 10, 11],
        [2, 12, now],
      ],
      [[1, 11, 12]],
      [now, 12, now],
    ],
  ])('that had recovered returns %s', (_, seen, well, [last, began, recovered]) => {
    expect(course(seen, well)).toEqual({
      firstSeen: day(10),
      lastSeen: day(last),
      began: day(began),
      hasReturned: true,
      recoveredAt: day(recovered),
    })
  })

  it.each<[string, Days[], Days[]]>([
    [
      'in a gap without any session',
      [
        [1, 10, 11],
        [1, 14, now],
      ],
      [],
    ],
    [
      'where only one of two policies was well',
      [
        [1, 10, 11],
        [2, 10, 11],
        [1, 14, now],
      ],
      [[1, 11, 12]],
    ],
    [
      'while another session still had it',
      [
        [1, 10, 11],
        [2, 10, 12.5],
        [1, 12, now],
      ],
      [[1, 11, 12]],
    ],
  ])('does not return %s', (_, seen, well) => {
    expect(course(seen, well)).toMatchObject({ began: day(10), hasReturned: false })
  })
})
