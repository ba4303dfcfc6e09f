import type { Locator, Page } from '@playwright/test'

/** One session, in the drawer or on its own page. */
export class SessionView {
  readonly root: Locator
  readonly title: Locator
  readonly why: Locator
  /** The causes, each with its text and whom it concerns. */
  readonly causes: Locator
  readonly vms: Locator
  readonly vmTable: Locator
  /** Lines of the table of VMs, without what is opened below them. */
  readonly vmLines: Locator
  readonly raw: Locator
  readonly refresh: Locator
  /** The policy's sessions before and after it. */
  readonly recent: Locator
  /** Their marks, oldest first. */
  readonly marks: Locator
  readonly newer: Locator
  readonly older: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.root = page.getByLabel('Session details', { exact: true })
    this.title = this.root.getByRole('heading', { level: 2 }).first()
    this.why = this.#section('Why')
    this.causes = this.why.locator('li[data-tone]')
    this.vms = this.#section('VMs')
    this.vmTable = this.vms.getByRole('table', { name: 'VMs of the session' })
    this.vmLines = this.vmTable.locator('tr[data-kind]')
    this.raw = this.root.getByRole('region', { name: 'JSON of the session' })
    this.refresh = this.root.getByRole('button', { name: 'Refresh' })
    this.recent = this.#section('Before and after')
    this.marks = this.recent.getByRole('link')
    this.newer = this.root.getByRole('button', { name: 'Newer' })
    this.older = this.root.getByRole('button', { name: 'Older' })
  }

  #section(title: string): Locator {
    const heading = this.#page.getByRole('heading', { level: 3, name: title, exact: true })
    return this.root.locator('section').filter({ has: heading })
  }

  /** Opens a session beside the table, as a link to it does. */
  async openBeside(uid: string): Promise<void> {
    await this.#page.goto(`/sessions?session=${encodeURIComponent(uid)}`)
  }

  /** Opens a session's own page; `origin` is that of a BFF other than the tests' shared one. */
  async openPage(uid: string, origin = ''): Promise<void> {
    await this.#page.goto(`${origin}/sessions/${encodeURIComponent(uid)}`)
  }

  /** Scrolls the table of VMs, which scrolls by itself where it is long. */
  async scrollVmsToEnd(): Promise<void> {
    await this.vmTable.evaluate((table) => {
      const scroller = table.parentElement
      scroller?.scrollIntoView({ block: 'center' })
      if (scroller) scroller.scrollTop = scroller.scrollHeight
    })
  }

  /** A fact of the head, such as Health. */
  fact(label: string): Locator {
    const term = this.#page.getByRole('term').filter({ hasText: new RegExp(`^${label}$`) })
    return this.root.locator('dl').first().locator('div').filter({ has: term }).locator('dd')
  }

  /** The text of a cause, the first of those alike. */
  textOf(cause: Locator): Locator {
    return cause.locator('[data-shown]').first()
  }

  /** The cell of a VM's line. */
  cell(line: Locator, column: string): Locator {
    return line.locator(`td[data-column="${column}"]`)
  }

  heading(column: string): Locator {
    return this.vmTable.getByRole('columnheader', { name: column })
  }

  /** What the last copying left on the clipboard. */
  copied(): Promise<string> {
    return this.#page.evaluate('navigator.clipboard.readText()')
  }
}
