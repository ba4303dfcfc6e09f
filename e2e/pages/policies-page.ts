import type { Locator, Page } from '@playwright/test'

/** The Policies page as a person meets it. */
export class PoliciesPage {
  readonly grid: Locator
  /** Rows in the document: those on screen and some around them. */
  readonly rows: Locator
  /** The session that is open beside the policies. */
  readonly drawer: Locator
  readonly foot: Locator
  readonly search: Locator
  readonly servers: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.grid = page.getByRole('grid', { name: 'Policies and their last days' })
    this.rows = this.grid.locator('tr[data-uid]')
    this.drawer = page.getByRole('complementary', { name: 'Session details' })
    this.foot = page.getByTestId('table-foot')
    this.search = page.getByRole('searchbox', { name: 'Search policies' })
    this.servers = page
      .getByRole('toolbar', { name: 'Policies shown' })
      .locator('[aria-haspopup="menu"]')
      .first()
  }

  /** Opens the page and waits for its first row. `search` is the query of its address, `?…`. */
  async open(search = '', origin = ''): Promise<void> {
    await this.#page.goto(`${origin}/policies${search}`)
    await this.rows.first().waitFor()
  }

  /** Waits until the rows shown are those of what was asked last. */
  async settled(): Promise<void> {
    await this.#page.locator('[aria-busy="false"] tr[data-uid]').first().waitFor()
  }

  /** Cells of a column, of the rows in the document. */
  column(id: string): Locator {
    return this.rows.locator(`[data-column="${id}"]`)
  }

  /** A row by its policy's name. */
  row(name: string): Locator {
    const cell = this.#page.getByRole('rowheader', { name, exact: true })
    return this.rows.filter({ has: cell })
  }

  /** The marks of a row's days, oldest first. */
  days(row: Locator): Locator {
    return row.locator('td[data-column="day"] [data-health]')
  }

  heading(label: string): Locator {
    return this.grid.getByRole('columnheader', { name: label })
  }

  /** The filter of a health, with its count. */
  chip(health: string): Locator {
    return this.#page
      .getByRole('group', { name: 'Health' })
      .getByRole('button', { name: new RegExp(`^${health}`) })
  }

  inAddress(key: string): string | null {
    return new URL(this.#page.url()).searchParams.get(key)
  }

  /** Scrolls the grid to its last row. */
  async scrollToEnd(): Promise<void> {
    await this.grid.evaluate((grid) => {
      const scroller = grid.parentElement
      if (scroller) scroller.scrollTop = scroller.scrollHeight
    })
  }
}
