import { describe, expect, it } from 'vitest'
import type { Course } from './course.ts'
import { standingOf } from './standing.ts'

const never = Number.POSITIVE_INFINITY
const range = { from: 100, to: 200 }
const course = (changes: Partial<Course>): Course => ({
  firstSeen: 50,
  lastSeen: never,
  began: changes.firstSeen ?? 50,
  hasReturned: false,
  recoveredAt: never,
  ...changes,
})

describe('how a group stands', () => {
  it.each<[string, Partial<Course>, string, number]>([
    ['seen before the range', {}, 'ongoing', 50],
    ['first seen in it', { firstSeen: 120 }, 'new', 120],
    ['first seen as it begins', { firstSeen: 100 }, 'new', 100],
    ['first seen as it ends', { firstSeen: 200 }, 'ongoing', 200],
    ['returned in it', { began: 150, hasReturned: true }, 'returned', 150],
    [
      'first seen and returned in it',
      { firstSeen: 120, began: 150, hasReturned: true },
      'returned',
      150,
    ],
    ['returned before it', { began: 70, hasReturned: true }, 'ongoing', 70],
    ['recovered', { lastSeen: 150, recoveredAt: 160 }, 'recovered', 160],
    [
      'new, returned and recovered in it',
      { firstSeen: 120, began: 150, hasReturned: true, lastSeen: 160, recoveredAt: 170 },
      'recovered',
      170,
    ],
  ])('%s', (_, changes, status, changed) => {
    expect(standingOf(course(changes), range)).toEqual({ status, changed })
  })
})
