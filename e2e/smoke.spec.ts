import { expect, test } from '@playwright/test'

test('a built page talks to a server that Node 24 runs from TypeScript', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading')).toHaveText(/CDP Watch is alive on Node v24\./)
})
