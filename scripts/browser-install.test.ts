import { expect, it } from 'vitest'
import { provideBrowser } from './browser-install.ts'

interface Machine {
  /** Browsers there are, and whether each starts. */
  browsers: Record<string, boolean>
  /** What each installation brings, in order; null: nothing. */
  brings: readonly (string | null)[]
}

/** Runs it on a machine that is not this one; gives the browser or the error, and how much was installed. */
async function provideOn({ browsers, brings }: Machine) {
  const there = { ...browsers }
  let installed = 0
  const result = await provideBrowser({
    list: () => Object.keys(there),
    starts: async (browser) => there[browser] === true,
    installations: async () =>
      brings.map((browser, index) => ({
        what: `number ${index + 1}`,
        run: async () => {
          installed += 1
          if (browser === null) return 7
          there[browser] = true
          return 0
        },
      })),
    say: () => {},
  }).then(
    (browser) => ({ browser, error: undefined }),
    (error: Error) => ({ browser: undefined, error: error.message }),
  )
  return { ...result, installed }
}

it.each<[string, Machine, { browser: string; installed: number }]>([
  [
    'takes the first that is there',
    { browsers: { '/a': true, '/b': true }, brings: ['/c'] },
    { browser: '/a', installed: 0 },
  ],
  [
    'passes over one that does not start',
    { browsers: { '/a': false, '/b': true }, brings: ['/c'] },
    { browser: '/b', installed: 0 },
  ],
  [
    'installs where there is none',
    { browsers: {}, brings: ['/c', '/d'] },
    { browser: '/c', installed: 1 },
  ],
  [
    'goes on to the next way where one fails',
    { browsers: { '/a': false }, brings: [null, '/d'] },
    { browser: '/d', installed: 2 },
  ],
  [
    'mends one that did not start',
    { browsers: { '/a': false }, brings: ['/a'] },
    { browser: '/a', installed: 1 },
  ],
])('%s', async (_name, machine, expected) => {
  expect(await provideOn(machine)).toMatchObject(expected)
})

it('says what it tried, what it found and what to do', async () => {
  const { error } = await provideOn({ browsers: { '/snap': false }, brings: [null, null] })
  expect(error).toContain('number 1 (exit code 7); number 2 (exit code 7)')
  expect(error).toContain('/snap')
  expect(error).toContain('CHROMIUM_PATH')
})

it('says so where there is no way to install', async () => {
  const { error } = await provideOn({ browsers: {}, brings: [] })
  expect(error).toContain('Tried: nothing')
})
