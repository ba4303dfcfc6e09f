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
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.rows = page.locator('tr[data-uid]')
    this.drawer = page.locator('aside')
    this.foot = page.getByTestId('table-foot')
    this.histogram = page.getByRole('slider', { name: 'Sessions by start' })
  }

  /** Opens the page and waits for its first row. `search` is the query of its address, `?…`. */
  async open(search = ''): Promise<void> {
    await this.#page.goto(`/sessions${search}`)
    await this.rows.first().waitFor()
  }

  /** Waits until the rows shown are those of what was asked last. */
  async settled(): Promise<void> {
    await this.#page.locator('[aria-busy="false"] tr[data-uid]').first().waitFor()
    await this.#page
      .getByLabel(/^Asking (Enterprise Manager|the index)$/)
      .waitFor({ state: 'detached' })
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
