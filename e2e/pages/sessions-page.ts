import type { Locator, Page } from '@playwright/test'

/** The Sessions page as a person meets it. */
export class SessionsPage {
  /** Rows of the table that are in the document, which are those on screen and some around them. */
  readonly rows: Locator
  /** The session that is open beside the table. */
  readonly drawer: Locator
  /** How much is shown, and how old it is. */
  readonly foot: Locator
  /** Sessions by start, in the index. */
  readonly histogram: Locator
  readonly search: Locator
  /** How many sessions match, of how many. */
  readonly total: Locator
  /** Counts what has come since the list was shown, and shows it. */
  readonly pill: Locator
  /** Which source is shown, and the menu of sources. */
  readonly source: Locator
  readonly table: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.rows = page.locator('tr[data-uid]')
    this.drawer = page.locator('aside')
    this.foot = page.getByTestId('table-foot')
    this.histogram = page.getByRole('slider', { name: 'Sessions by start' })
    this.search = page.getByRole('searchbox', { name: 'Search', exact: true })
    this.total = page.getByRole('region', { name: 'Summary' }).getByRole('paragraph').first()
    this.pill = page.getByRole('button', { name: /: show$/ })
    this.source = page.getByRole('button', { name: /^Source: / })
    this.table = page.getByRole('table', { name: 'Sessions' })
  }

  /**
   * Opens the page and waits for its first row. `search` is the query of its address, `?…`; `origin`
   * that of a BFF other than the tests' shared one.
   */
  async open(search = '', origin = ''): Promise<void> {
    await this.#page.goto(`${origin}/sessions${search}`)
    await this.rows.first().waitFor()
  }

  /** Waits until the rows shown are those of what was asked last. */
  async settled(): Promise<void> {
    await this.#page.locator('[aria-busy="false"] tr[data-uid]').first().waitFor()
    await this.#page
      .getByLabel(/^Asking (Enterprise Manager|the index)$/)
      .waitFor({ state: 'detached' })
  }

  /** A checkbox of the rail, by the title of its list and its own name. */
  choice(list: string, name: string | RegExp): Locator {
    return this.#page.getByRole('list', { name: list }).getByRole('checkbox', { name })
  }

  /** The UIDs of the rows in the document, from the top. */
  uids(): Promise<string[]> {
    return this.rows.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-uid') ?? ''))
  }

  /** A column's head, by which it is sorted. */
  heading(label: string): Locator {
    return this.table.getByRole('columnheader', { name: label })
  }

  /** How far the table is scrolled, in pixels. */
  scrolledBy(): Promise<number> {
    return this.table.evaluate((table) => table.parentElement?.scrollTop ?? 0)
  }

  /** Scrolls the table to its last row so far. */
  async scrollToEnd(): Promise<void> {
    await this.rows.last().evaluate((row) => {
      const scroller = row.closest('[aria-busy]')
      if (scroller) scroller.scrollTop = scroller.scrollHeight
    })
  }

  /** The cells of a column, of the rows in the document. */
  column(id: string): Locator {
    return this.#page.locator(`tbody tr td[data-column="${id}"]`)
  }

  /** A part of the page's state as its address holds it, or null. */
  inAddress(key: string): string | null {
    return new URL(this.#page.url()).searchParams.get(key)
  }

  /** A number as the page writes it. */
  number(value: number): string {
    return value.toLocaleString('en-GB').replaceAll(',', '\u202f')
  }
}
