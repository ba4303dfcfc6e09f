import { describe, expect, it } from 'vitest'
import { onPage, pageCount, roomOf, step, turn } from './wall-pages.ts'

const fullHd = { width: 1920, height: 1080 }
const wide = roomOf(fullHd, { rotate: 0, scale: 1 }, 0)

describe('the room of a screen', () => {
  it.each([
    [fullHd, { rotate: 0, scale: 1 }, { shape: 'wide', columns: 2, rows: 2, reasons: 3 }],
    [fullHd, { rotate: 90, scale: 1 }, { shape: 'tall', columns: 1, rows: 4, reasons: 2 }],
    [fullHd, { rotate: 180, scale: 1 }, { shape: 'wide' }],
    [{ width: 1080, height: 1920 }, { rotate: 0, scale: 1 }, { shape: 'tall' }],
    [{ width: 1080, height: 1920 }, { rotate: 270, scale: 1 }, { shape: 'wide' }],
    [fullHd, { rotate: 0, scale: 2 }, { columns: 1, rows: 1, reasons: 1 }],
    [fullHd, { rotate: 0, scale: 0.5 }, { columns: 4, rows: 4, reasons: 6 }],
  ])('%j with %j', (screen, options, expected) => {
    expect(roomOf(screen, options, 0)).toMatchObject(expected)
  })

  it.each([
    [0, 3, 4],
    [1, 2, 3],
    [2, 1, 3],
    [5, 1, 2],
  ])(
    '%i notices leave room for %i reasons, and in tiles for %i lines',
    (notices, reasons, tileLines) => {
      const room = roomOf(fullHd, { rotate: 0, scale: 1 }, notices)
      expect(room).toMatchObject({ reasons, tileLines })
    },
  )

  it('has fewer tiles for notices where they stand one below the other', () => {
    const rowsOf = (notices: number) => roomOf(fullHd, { rotate: 90, scale: 1 }, notices).rows
    expect([0, 1, 2, 5].map(rowsOf)).toEqual([4, 3, 2, 1])
  })
})

it.each([
  [0, 0, 1],
  [4, 3, 1],
  [5, 3, 2],
  [1, 7, 3],
])('%i tiles and %i reasons are on %i pages', (tiles, reasons, pages) => {
  expect(pageCount(wide, { tiles, reasons })).toBe(pages)
})

it.each([
  [0, 'ab'],
  [1, 'cd'],
  [2, 'e'],
  [3, 'ab'],
])('page %i has %s', (page, expected) => {
  expect(onPage([...'abcde'], page, 2).join('')).toBe(expected)
})

describe('turning', () => {
  const first = { page: 0, turnedAt: 0, isPaused: false }
  it.each([
    ['stays for 20 seconds', first, 3, 19_999, 0],
    ['turns then', first, 3, 20_000, 1],
    ['begins anew after the last', { ...first, page: 2 }, 3, 20_000, 0],
    ['stays where it is paused', { ...first, isPaused: true }, 3, 60_000, 0],
    ['goes back where there are fewer pages', { ...first, page: 5, isPaused: true }, 2, 10, 0],
    ['has nowhere to go', first, 1, 20_000, 0],
  ])('%s', (_name, turning, pages, now, page) => {
    expect(turn(turning, pages, now).page).toBe(page)
  })

  it.each([
    [1, 1],
    [-1, 2],
    [4, 1],
  ])('%i on from the first of three is %i', (by, page) => {
    expect(step(first, 3, by, 7)).toEqual({ page, turnedAt: 7, isPaused: false })
  })
})
