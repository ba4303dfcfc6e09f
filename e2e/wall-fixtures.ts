import { test as base } from './page-fixtures.ts'
import { WallPage } from './pages/wall-page.ts'

export { expect } from './page-fixtures.ts'

/** Tests of the wall, on the screen that it is made for. */
export const test = base.extend<{ wall: WallPage }>({
  viewport: { width: 1920, height: 1080 },
  wall: ({ page }, use) => use(new WallPage(page)),
})
