import { paths } from '@cdp-watch/contract'
import { expect, test } from './page-fixtures.ts'

test.use({ timezoneId: 'UTC', viewport: { width: 390, height: 844 } })

for (const [whose, path, told] of [
  ['the demo', paths.about, { demo: true }],
  ['somebody signed in', '/api/me', { access: 'em', name: 'DEMO\\operator' }],
] as const) {
  test(`all of the header of ${whose} is to be read on a phone`, async ({ page, sessions }) => {
    await page.route(path, async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, json: { ...(await response.json()), ...told } })
    })
    await sessions.open()
    const header = page.getByRole('banner')
    await expect(header.getByRole('button', { name: 'Time zone: UTC±0' })).toBeVisible()
    await expect(header.getByText(/^demo|^O$/)).toBeVisible()
    // What is one pixel wide is to be heard alone.
    const cut = await header.evaluate((bar) =>
      [bar, ...bar.querySelectorAll('*')]
        .filter(({ scrollWidth, clientWidth }) => clientWidth > 1 && scrollWidth > clientWidth)
        .map(({ textContent }) => textContent),
    )
    expect(cut).toEqual([])
  })
}
