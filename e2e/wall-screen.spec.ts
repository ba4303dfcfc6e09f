import type { Page } from '@playwright/test'
import { expect, test } from './wall-fixtures.ts'

interface Tile {
  uid: string
  name: string
  health: string
}

/** What a screen can do, as it was asked for; it stands in the page's `window`. */
interface Asked {
  contexts: number
  tones: number
  locks: number
}

/** Puts an `AudioContext` that makes no sound into the page; it may begin by itself, or after a click alone. */
function fakeSound(beginsByItself: boolean): void {
  const asked = { contexts: 0, tones: 0 }
  class Context {
    state = beginsByItself ? 'running' : 'suspended'
    currentTime = 0
    destination = {}
    constructor() {
      asked.contexts += 1
    }
    async resume() {
      if (navigator.userActivation.hasBeenActive) this.state = 'running'
    }
  }
  class Gain {
    gain = { setValueAtTime: () => {}, exponentialRampToValueAtTime: () => {} }
    connect<T>(next: T): T {
      return next
    }
  }
  class Oscillator extends Gain {
    start() {
      asked.tones += 1
    }
    stop() {}
  }
  Object.assign(window, {
    asked,
    AudioContext: Context,
    OscillatorNode: Oscillator,
    GainNode: Gain,
  })
}

/** Puts a wake lock into the page that counts how often it is asked for, and may refuse. */
function fakeWakeLock(refuses: boolean): void {
  const asked = { locks: 0 }
  const request = async () => {
    asked.locks += 1
    if (refuses) throw new DOMException('The battery is low.', 'NotAllowedError')
    return {}
  }
  Object.assign(window, { asked })
  Object.defineProperty(navigator, 'wakeLock', { value: { request } })
}

const askedFor = (page: Page) => page.evaluate((): Asked => Reflect.get(window, 'asked'))

/** Lets the page ask for its picture each second, and changes which policies have failed in it. */
async function changeFailures(page: Page) {
  const state = { failed: ['a', 'b'], answers: 0 }
  const tile = (uid: string): Tile => ({ uid, name: `Policy ${uid}`, health: 'failed' })
  await page.route('**/api/overview*', async (route) => {
    const answer = await route.fetch()
    const overview: { counts: object; tiles: Tile[] } = await answer.json()
    const [like] = overview.tiles
    const tiles = state.failed.map((uid) => ({ ...like, ...tile(uid) }))
    const counts = { ...overview.counts, failed: tiles.length }
    // Of an older version than the events tell of, so that it is asked for again and again.
    await route.fulfill({ response: answer, json: { ...overview, tiles, counts, dataVersion: -1 } })
    state.answers += 1
  })
  /** Shows these as failed, in several pictures one after the other. */
  return async (failed: string[]) => {
    state.failed = failed
    const enough = state.answers + 3
    await expect.poll(() => state.answers, { timeout: 60_000 }).toBeGreaterThanOrEqual(enough)
  }
}

test('sound: a click allows it, a policy that newly failed makes it, the same one not again', async ({
  page,
  wall,
}) => {
  await page.addInitScript(fakeSound, false)
  const show = await changeFailures(page)
  await wall.open('?sound=on')
  await expect(page.getByText('Click once to allow sound.')).toBeVisible()
  await show(['a', 'b', 'c'])
  expect((await askedFor(page)).tones).toBe(0)

  await page.mouse.click(900, 500)
  await expect(page.getByText('Click once to allow sound.')).toBeHidden()
  await show(['a', 'b', 'c'])
  expect(await askedFor(page)).toMatchObject({ contexts: 1, tones: 0 })
  await show(['a', 'b', 'c', 'd'])
  expect((await askedFor(page)).tones).toBe(2)
  await show(['d', 'c', 'b', 'a'])
  await show(['b', 'c'])
  expect((await askedFor(page)).tones).toBe(2)
  await show(['b', 'e'])
  expect((await askedFor(page)).tones).toBe(4)
})

test('sound: a browser that needs no click is not asked for one', async ({ page, wall }) => {
  await page.addInitScript(fakeSound, true)
  const show = await changeFailures(page)
  await wall.open('?sound=on')
  await wall.shown()
  await expect(page.getByText('Click once to allow sound.')).toHaveCount(0)
  await show(['a', 'b'])
  await show(['a', 'b', 'c'])
  expect((await askedFor(page)).tones).toBe(2)
})

test('sound: none is made where none was asked for', async ({ page, wall }) => {
  await page.addInitScript(fakeSound, true)
  const show = await changeFailures(page)
  await wall.open()
  await wall.shown()
  await page.mouse.click(900, 500)
  await show(['a', 'b', 'c'])
  expect(await askedFor(page)).toMatchObject({ contexts: 0, tones: 0 })
})

for (const refuses of [false, true]) {
  test(`the screen is kept awake while the page is shown, refused: ${refuses}`, async ({
    page,
    wall,
  }) => {
    await page.addInitScript(fakeWakeLock, refuses)
    await wall.open()
    await wall.shown()
    expect((await askedFor(page)).locks).toBe(1)
    const become = (state: string) =>
      page.evaluate((visibility) => {
        Object.defineProperty(document, 'visibilityState', {
          value: visibility,
          configurable: true,
        })
        document.dispatchEvent(new Event('visibilitychange'))
      }, state)
    await become('hidden')
    expect((await askedFor(page)).locks).toBe(1)
    await become('visible')
    expect((await askedFor(page)).locks).toBe(2)
  })
}

test('a browser that cannot keep the screen awake shows the wall all the same', async ({
  page,
  wall,
}) => {
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'wakeLock'))
  await wall.open()
  await wall.shown()
  expect(await page.evaluate(() => 'wakeLock' in navigator)).toBe(false)
  await expect(wall.tiles.first()).toBeVisible()
})

test('the theme is the one of the address, or follows the system', async ({ page, wall }) => {
  const theme = page.locator('html')
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await page.emulateMedia({ colorScheme: 'light' })
  await wall.open()
  await expect(theme).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await wall.open('?theme=auto')
  await expect(theme).toHaveAttribute('data-mantine-color-scheme', 'light')
  const light = await background()
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(theme).toHaveAttribute('data-mantine-color-scheme', 'dark')
  expect(await background()).not.toBe(light)
  await page.emulateMedia({ colorScheme: 'light' })
  await expect(theme).toHaveAttribute('data-mantine-color-scheme', 'light')
})
