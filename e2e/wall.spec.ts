import type { Page } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { shiftClock } from './shift-clock.ts'
import { expect, test } from './wall-fixtures.ts'

interface Overview {
  counts: Record<string, number>
  tiles: { name: string }[]
  reasonCount: number
}

test('shows how many policies are how, those that are not well worst first, and why', async ({
  request,
  wall,
}) => {
  const { counts, tiles }: Overview = await (await request.get('/api/overview')).json()
  await wall.open()
  await wall.shown()
  for (const [word, health] of Object.entries({
    Failed: 'failed',
    Warning: 'warning',
    Missing: 'missing',
    OK: 'ok',
  })) {
    await expect(wall.count(word)).toHaveText(`${counts[health]}${word}`)
  }
  await expect(wall.names).toHaveText(tiles.slice(0, 4).map(({ name }) => name))
  await expect(wall.tiles.first()).toContainText('Failed:')
  await expect(wall.tiles.first()).toContainText(/\d+ of \d+ VMs/)
  await expect(wall.reasons.first()).toContainText(/\d+ VMs? · \d+ polic.* · since/)
  await expect(wall.ages).toContainText(/Enterprise Manager \d+ s ago · collected \d+ (s|min) ago/)
  await expect(wall.said).toHaveText(/^\d+ policies: \d+ failed, \d+ with a warning/)
  await expect(wall.bands).toHaveCount(0)
})

for (const [width, height] of [
  [1280, 720],
  [1920, 1080],
  [3840, 2160],
] as const) {
  test(`is read from afar at ${width} × ${height}, and nothing hangs over`, async ({
    page,
    wall,
  }) => {
    await page.setViewportSize({ width, height })
    await wall.open()
    await wall.shown()
    const told = [wall.names, wall.tiles.locator('b, time'), wall.reasons.locator('bdi, span')]
    for (const what of [...told, wall.clock, wall.pageOf]) {
      const sizes = await wall.sizes(what)
      expect(sizes.length).toBeGreaterThan(0)
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(5)
    }
    const over = await wall.frame.evaluate((frame) => {
      const isOver = ({ left, top, right, bottom }: DOMRect) =>
        left < 0 || top < 0 || right > innerWidth || bottom > innerHeight
      return Array.from(frame.querySelectorAll('li, header, footer, section'))
        .filter((element) => isOver(element.getBoundingClientRect()))
        .map((element) => element.outerHTML.slice(0, 80))
    })
    expect(over).toEqual([])
  })
}

for (const theme of ['dark', 'light']) {
  test(`axe finds nothing, ${theme}`, async ({ page, wall }) => {
    await wall.open(`?theme=${theme}`)
    await wall.shown()
    await page.keyboard.press('Tab')
    await expectAccessible(page)
    await wall.open(`?theme=${theme}&health=ok`)
    await expect(page.getByText('policies are well')).toBeVisible()
    await expectAccessible(page)
  })
}

test('pages turn by themselves, by keys and by buttons; whoever stops them keeps the page', async ({
  page,
  wall,
}) => {
  await wall.open()
  await wall.shown()
  const first = await wall.names.allInnerTexts()
  await expect(wall.pageOf).toHaveText(/^1 \/ \d+ · \+\d+ more/)
  await expect(wall.controls).toBeHidden()
  await expect(wall.pageOf).toHaveText(/^2 \//, { timeout: 30_000 })
  expect(await wall.names.allInnerTexts()).not.toEqual(first)

  await page.mouse.move(200, 200)
  await expect(wall.controls).toBeVisible()
  await wall.controls.getByRole('button', { name: 'Previous' }).click()
  await expect(wall.pageOf).toHaveText(/^1 \//)
  await expect(wall.names).toHaveText(first)
  await page.keyboard.press('ArrowRight')
  await expect(wall.pageOf).toHaveText(/^2 \//)
  await wall.controls.getByRole('button', { name: 'Pause' }).click()
  const stopped = wall.controls.getByRole('button', { name: 'Paused' })
  await expect(stopped).toHaveAttribute('aria-pressed', 'true')
  await page.waitForTimeout(22_000)
  await expect(wall.pageOf).toHaveText(/^2 \//)
})

test('nothing wrong is one calm screen', async ({ page, wall }) => {
  await wall.open('?health=ok')
  await expect(page.getByText(/^\d+ policies are well$/)).toBeVisible()
  await expect(wall.tiles).toHaveCount(0)
})

test('a filter narrows it, one that means nothing is no calm', async ({ page, request, wall }) => {
  const { tiles }: Overview = await (await request.get('/api/overview?health=missing')).json()
  await wall.open('?health=missing')
  await expect(wall.names).toHaveText(tiles.map(({ name }) => name))
  await wall.open('?q=no+such+policy')
  await expect(page.getByText('No policy is meant')).toBeVisible()
  await expect(page.getByText(/well/)).toHaveCount(0)
})

test.describe('a wrong address', () => {
  test.use({ allowedProblems: [/400 \(Bad Request\)/] })

  for (const [search, words] of [
    ['?theme=pink', /“theme” is wrong/],
    ['?scale=40', /“scale” is wrong/],
    ['?health=bad', /“health” is wrong/],
    ['?filter=Result%3D%3D', /The address of this wall is wrong/],
    ['?colour=red', /“colour” is not a parameter here/],
  ] as const) {
    test(`is told: ${search}`, async ({ page, wall }) => {
      await wall.open(search)
      await expect(page.getByText(words)).toBeVisible()
      await expect(wall.tiles).toHaveCount(0)
    })
  }
})

test('turns with its screen, and is scaled', async ({ page, wall }) => {
  await page.setViewportSize({ width: 1080, height: 1920 })
  await wall.open()
  await wall.shown()
  await expect(wall.frame).toHaveAttribute('data-shape', 'tall')
  const [upper, lower] = await Promise.all(
    [wall.tiles.first(), wall.reasons.first()].map((one) => one.boundingBox()),
  )
  expect(upper?.y ?? 0).toBeLessThan(lower?.y ?? 0)

  await page.setViewportSize({ width: 1920, height: 1080 })
  await wall.open('?rotate=90&scale=1.5')
  await wall.shown()
  await expect(wall.frame).toHaveAttribute('data-shape', 'tall')
  const turned = await wall.frame.boundingBox()
  expect(Math.round(turned?.width ?? 0)).toBe(1920)
  expect(Math.round(turned?.height ?? 0)).toBe(1080)
  await expect(wall.tiles).toHaveCount(2)
})

/** Lets the overview have names and counts beyond what is usual, and say that it is not real. */
async function makeHostile(page: Page): Promise<void> {
  const names = [
    '<img src=x onerror=alert(1)> and "quotes"',
    'W'.repeat(200),
    '\u202Emoc.live 日本語のとても長いポリシー名前テスト環境です',
    'A policy whose name goes on and on over the lines and never ends',
  ]
  await page.route('**/api/overview*', async (route) => {
    const answer = await route.fetch()
    const overview: { tiles: object[] } = await answer.json()
    const vms = { total: 123_456, failed: 99_999, warning: 0 }
    const tiles = overview.tiles.slice(0, 4).map((tile, at) => ({ ...tile, name: names[at], vms }))
    const counts = { failed: 12_345, warning: 98_765, missing: 1234, unknown: 7777, ok: 123_456 }
    await route.fulfill({ response: answer, json: { ...overview, tiles, counts, demo: true } })
  })
}

for (const [size, width, height] of [
  ['wide', 1920, 1080],
  ['tall', 1080, 1920],
] as const) {
  for (const notices of [0, 2]) {
    test(`hostile names and large counts are cut by nothing, ${size}, notices: ${notices}`, async ({
      page,
      wall,
    }) => {
      await page.setViewportSize({ width, height })
      await makeHostile(page)
      if (notices > 0) await page.addInitScript(shiftClock, -330_000)
      await wall.open(notices > 0 ? '?sound=on' : '')
      await wall.shown()
      if (notices > 0) await expect(wall.band('clock')).toBeVisible()
      await expect(page.getByText('Demo data')).toBeVisible()
      const cutBoxes = () =>
        wall.frame.evaluate((frame) =>
          Array.from(frame.querySelectorAll('li, header'))
            .filter(
              (box) =>
                box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1,
            )
            .map(
              (box) => `${box.scrollWidth} × ${box.scrollHeight} in ${box.outerHTML.slice(0, 120)}`,
            ),
        )
      // What comes late, fonts and the first ages, may take a frame to find its place.
      await expect.poll(cutBoxes).toEqual([])
    })
  }
}
