import { test as base } from './fixtures.ts'
import { FilterBuilder } from './pages/filter-builder.ts'
import { FilterEditor } from './pages/filter-editor.ts'
import { SessionView } from './pages/session-view.ts'

export { expect } from './fixtures.ts'

interface PageFixtures {
  builder: FilterBuilder
  editor: FilterEditor
  view: SessionView
}

/** Tests of the parts of a page: the filter's builder and editor, the open session. */
export const test = base.extend<PageFixtures>({
  builder: ({ page }, use) => use(new FilterBuilder(page)),
  editor: ({ page }, use) => use(new FilterEditor(page)),
  view: ({ page }, use) => use(new SessionView(page)),
})
