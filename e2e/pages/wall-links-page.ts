import type { Locator, Page } from '@playwright/test'

/** The page on which wall links are made, listed and revoked. */
export class WallLinksPage {
  readonly make: Locator
  readonly dialog: Locator
  readonly name: Locator
  readonly submit: Locator
  /** Of a link that was just made. */
  readonly address: Locator
  readonly list: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.make = page.getByRole('button', { name: 'Make a wall link' })
    this.dialog = page.getByRole('dialog')
    this.name = this.dialog.getByRole('textbox', { name: 'Name of the screen' })
    this.submit = this.dialog.getByRole('button', { name: 'Make the link' })
    this.address = this.dialog.getByRole('textbox', { name: 'Address' })
    this.list = page.getByRole('region', { name: 'Links' })
  }

  /** `search` is the query of its address, `?…`; `origin` that of a BFF other than the tests' shared one. */
  async open(search = '', origin = ''): Promise<void> {
    await this.#page.goto(`${origin}/wall-links${search}`)
  }

  /** The line of a link, by the name of its screen. */
  line(name: string): Locator {
    const ofName = this.#page.getByRole('rowheader', { name, exact: true })
    return this.#page.getByRole('row').filter({ has: ofName })
  }

  /** Makes a link; gives its address as it is shown, and leaves the dialog. */
  async makeLink(name: string): Promise<string> {
    await this.make.click()
    await this.name.fill(name)
    await this.submit.click()
    const address = await this.address.inputValue()
    await this.dialog.getByRole('button', { name: 'Done' }).click()
    await this.dialog.waitFor({ state: 'hidden' })
    return address
  }

  revoke(name: string): Locator {
    return this.line(name).getByRole('button', { name: `Revoke the link of ${name}` })
  }

  /** In the dialog that asks whether it is meant. */
  get confirm(): Locator {
    return this.dialog.getByRole('button', { name: 'Revoke', exact: true })
  }
}
