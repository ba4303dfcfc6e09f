import { expectAccessible } from './accessibility.ts'
import { expect, test } from './page-fixtures.ts'

/** Everything a person can come to, in both themes and at both widths; `sessions-page.spec.ts` has the dialogs. */
const views = [
  { name: 'desk', viewport: { width: 1440, height: 900 } },
  { name: 'phone', viewport: { width: 390, height: 844 } },
]

for (const { name, viewport } of views) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`axe finds nothing, ${name}, ${colorScheme}`, () => {
      test.use({ colorScheme, viewport, allowedProblems: [/Failed to load resource/] })

      test('on the sessions and an open one', async ({ page, sessions, view }) => {
        await sessions.open('?range=all&health=failed&health=warning')
        await sessions.settled()
        await expect(sessions.histogram).toBeVisible()
        await expectAccessible(page)
        await sessions.rows.nth(1).click()
        await expect(view.marks.first()).toBeVisible()
        await expect(view.vmLines.first()).toBeVisible()
        await expectAccessible(page)
        const uid = sessions.inAddress('session') ?? ''
        await view.openPage(uid)
        await expect(view.marks.first()).toBeVisible()
        await expect(view.vmLines.first()).toBeVisible()
        await expectAccessible(page)
      })

      test('on the policies and an open day', async ({ page, policies, view }) => {
        // Every kind of mark is among these, and axe takes long over thousands of them.
        await policies.open('?health=failed&health=missing&health=warning&health=unknown')
        await policies.settled()
        await expectAccessible(page)
        await policies.rows.first().locator('[data-column="name"]').click()
        await expect(view.marks.first()).toBeVisible()
        await expect(view.vmLines.first()).toBeVisible()
        await expectAccessible(page)
      })

      test('on the failures, a cause and an open session of it', async ({
        page,
        failures,
        view,
      }) => {
        await failures.open('?changedSince=2026-06-01T00:00:00Z&severity=failed')
        await failures.settled()
        await expectAccessible(page)
        await failures.rows.first().click()
        await expect(failures.part('Texts').locator('[data-shown]').first()).toBeVisible()
        await expectAccessible(page)
        await failures.part('Sessions').locator('tr[data-uid]').first().click()
        await expect(view.marks.first()).toBeVisible()
        await expectAccessible(page)
      })

      test('on what stands in the place of rows', async ({ page }) => {
        const states = [
          { address: '/sessions?q=no+such+text', said: 'No sessions match' },
          { address: '/sessions?filter=Colour%3D%3Dred', said: 'has no field “Colour”' },
          { address: '/sessions?sort=colour', said: 'colour' },
          { address: '/policies?q=no+such+text', said: 'No policies match' },
          { address: '/failures?q=no+such+text', said: 'No causes match' },
          { address: '/failures/of-no-group', said: 'no such group of failures' },
        ]
        for (const { address, said } of states) {
          await test.step(address, async () => {
            await page.goto(address)
            await expect(page.getByRole('main')).toContainText(said)
            await expectAccessible(page)
          })
        }
      })

      test('where the index gives no answer', async ({ page }) => {
        const problem = {
          type: 'about:blank',
          title: 'The index failed',
          status: 503,
          code: 'index-failed',
          detail: 'Its file cannot be read.',
        }
        const contentType = 'application/problem+json'
        for (const { route, address } of [
          { route: '**/api/sessions?*', address: '/sessions' },
          { route: '**/api/policies?*', address: '/policies' },
          { route: '**/api/failures?*', address: '/failures' },
        ]) {
          await page.route(route, (each) =>
            each.fulfill({ status: 503, contentType, json: problem }),
          )
          await page.goto(address)
          await expect(page.getByRole('alert').first()).toContainText(problem.detail)
          await expectAccessible(page)
        }
      })
    })
  }
}
