import { expect, it } from 'vitest'
import { readWallOptions } from './wall-options.ts'

const usual = { theme: 'dark', scale: 1, rotate: 0, sound: false, filter: '' }

it.each<[string, object]>([
  ['', {}],
  ['?theme=light', { theme: 'light' }],
  ['?scale=1.25&rotate=270&sound=on', { scale: 1.25, rotate: 270, sound: true }],
  [
    '?theme=auto&health=failed&health=missing&q=a%20b',
    { theme: 'auto', filter: 'health=failed&health=missing&q=a+b' },
  ],
  ['?unknown=1', { filter: 'unknown=1' }],
])('reads %s', (search, expected) => {
  expect(readWallOptions(search)).toEqual({ ok: true, options: { ...usual, ...expected } })
})

it.each([
  ['?theme=pink', 'theme'],
  ['?theme=', 'theme'],
  ['?theme=dark&theme=light', 'theme'],
  ['?scale=0', 'scale'],
  ['?scale=', 'scale'],
  ['?scale=9', 'scale'],
  ['?rotate=45', 'rotate'],
  ['?sound=yes', 'sound'],
])('refuses %s and names the option', (search, name) => {
  expect(readWallOptions(search)).toMatchObject({
    ok: false,
    problem: expect.stringContaining(`“${name}”`),
  })
})
