import { expect, it } from 'vitest'
import { keepPlace, keptPlace } from './kept-places.ts'

const place = { subject: '{}', asked: 1, top: 300, active: 4 }

it('a place is kept for its entry and its list alone, the last ones only', () => {
  keepPlace('a', place)
  expect(keptPlace('a', '{}')).toEqual(place)
  expect(keptPlace('a', '{"q":"x"}')).toBeUndefined()
  expect(keptPlace('b', '{}')).toBeUndefined()
  keepPlace('a', { ...place, top: 10 })
  expect(keptPlace('a', '{}')?.top).toBe(10)
  for (let index = 0; index < 29; index += 1) keepPlace(`later ${index}`, place)
  expect(keptPlace('a', '{}')?.top).toBe(10)
  keepPlace('one more', place)
  expect(keptPlace('a', '{}')).toBeUndefined()
})
