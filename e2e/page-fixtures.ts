import { test as base } from './fixtures.ts'
import { FailuresPage } from './pages/failures-page.ts'
import { FilterBuilder } from './pages/filter-builder.ts'
import { FilterEditor } from './pages/filter-editor.ts'
import { FreshnessBar } from './pages/freshness-bar.ts'
import { PoliciesPage } from './pages/policies-page.ts'
import { SessionView } from './pages/session-view.ts'

export { expect } from './fixtures.ts'

interface PageFixtures {
  builder: FilterBuilder
  editor: FilterEditor
  view: SessionView
  policies: PoliciesPage
  failures: FailuresPage
  freshness: FreshnessBar
}

/** Tests of more than the table of sessions: the filter's builder and editor, the open session, the policies, the failures, the top bar. */
export const test = base.extend<PageFixtures>({
  builder: ({ page }, use) => use(new FilterBuilder(page)),
  editor: ({ page }, use) => use(new FilterEditor(page)),
  view: ({ page }, use) => use(new SessionView(page)),
  policies: ({ page }, use) => use(new PoliciesPage(page)),
  failures: ({ page }, use) => use(new FailuresPage(page)),
  freshness: ({ page }, use) => use(new FreshnessBar(page)),
})
