import type { Locator, Page } from '@playwright/test'

/** The Failures page and that of one cause, as a person meets them. */
export class FailuresPage {
  readonly table: Locator
  /** Rows in the document: those on screen and some around them. */
  readonly rows: Locator
  readonly foot: Locator
  readonly search: Locator
  /** How many sessions fail, of how many causes, and how those stand. */
  readonly summary: Locator
  readonly changedSince: Locator
  /** The head of the page of a cause. */
  readonly cause: Locator
  readonly back: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.table = page.getByRole('table', { name: 'Causes of failures' })
    this.rows = this.table.locator('tr[data-id]')
    this.foot = page.getByTestId('table-foot')
    this.search = page.getByRole('searchbox', { name: 'Search', exact: true })
    this.summary = page.getByRole('region', { name: 'Summary' })
    this.changedSince = page.getByRole('button', { name: /^Changed since/ })
    this.cause = page.getByRole('region', { name: 'Cause', exact: true })
    this.back = page.getByRole('button', { name: 'All failures' })
  }

  /** Opens the list and waits for its first row. `search` is the query of its address, `?…`. */
  async open(search = '', origin = ''): Promise<void> {
    await this.#page.goto(`${origin}/failures${search}`)
    await this.rows.first().waitFor()
  }

  /** Opens the page of a cause as a link to it does. */
  async openCause(id: string, search = ''): Promise<void> {
    await this.#page.goto(`/failures/${encodeURIComponent(id)}${search}`)
    await this.cause.waitFor()
  }

  /** Waits until the rows shown are those of what was asked last. */
  async settled(): Promise<void> {
    await this.#page.locator('[aria-busy="false"] tr[data-id]').first().waitFor()
    await this.#page.getByLabel('Asking the index').waitFor({ state: 'detached' })
  }

  /** Ids of the rows in the document, from the top. */
  ids(): Promise<string[]> {
    return this.rows.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-id') ?? ''))
  }

  row(id: string): Locator {
    return this.table.locator(`tr[data-id="${id}"]`)
  }

  /** Cells of a column, of the rows in the document. */
  column(id: string): Locator {
    return this.rows.locator(`[data-column="${id}"]`)
  }

  heading(label: string): Locator {
    return this.table.getByRole('columnheader', { name: label })
  }

  /** A checkbox of the rail, by the title of its list and its own name. */
  choice(list: string, name: string | RegExp): Locator {
    return this.#page.getByRole('list', { name: list }).getByRole('checkbox', { name })
  }

  /** A part of the page of a cause, by its title. */
  part(title: string): Locator {
    return this.#page.getByRole('region', { name: title, exact: true })
  }

  /** A fact of the head of a cause, such as VMs. */
  fact(label: string): Locator {
    const term = this.#page.getByRole('term').filter({ hasText: new RegExp(`^${label}$`) })
    return this.cause.locator('dl > div').filter({ has: term }).locator('dd')
  }

  inAddress(key: string): string | null {
    return new URL(this.#page.url()).searchParams.get(key)
  }

  /** How far the list is scrolled, in pixels. */
  scrolledBy(): Promise<number> {
    return this.table.evaluate((table) => table.parentElement?.scrollTop ?? 0)
  }

  async scrollTo(top: number): Promise<void> {
    await this.table.evaluate((table, to) => table.parentElement?.scrollTo({ top: to }), top)
  }

  /** What the last copying left on the clipboard. */
  copied(): Promise<string> {
    return this.#page.evaluate('navigator.clipboard.readText()')
  }
}
