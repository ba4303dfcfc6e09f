import type { Locator, Page } from '@playwright/test'

/** The filter as chips, and the popover that builds or changes a condition. */
export class FilterBuilder {
  readonly addButton: Locator
  /** What is open over the page: the builder, or the text editor. */
  readonly dialog: Locator
  readonly fieldInput: Locator
  readonly operator: Locator
  /** What is wrong with the value. */
  readonly problem: Locator
  /** The conditions of the filter, without those of the rail. */
  readonly chips: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.addButton = page.getByRole('button', { name: 'Add filter' }).first()
    this.dialog = page.getByRole('dialog')
    this.fieldInput = this.dialog.getByRole('combobox', { name: 'Field to filter by' })
    this.operator = this.dialog.getByRole('combobox', { name: /is compared$/ })
    this.problem = this.dialog.getByRole('alert')
    this.chips = page.getByRole('list', { name: 'Filters' }).getByRole('listitem')
  }

  /** Begins a condition on the field of this name in Enterprise Manager. */
  async begin(field: string): Promise<void> {
    await this.addButton.click()
    await this.fieldInput.fill(field)
    await this.fieldInput.press('Enter')
    await this.operator.waitFor()
  }

  /** The input of a text, id or time, by the field's label. */
  value(label: string): Locator {
    return this.dialog.locator('[data-autofocus]').and(this.dialog.getByLabel(label))
  }

  /** Values known of a field, offered below its input. */
  offered(label: string): Locator {
    return this.dialog
      .getByRole('listbox', { name: `Known values of ${label}` })
      .getByRole('option')
  }

  /** Values that are chosen already. */
  get chosen(): Locator {
    return this.dialog.getByRole('list', { name: 'Chosen values' }).getByRole('listitem')
  }

  /** The button of a chip that opens it. */
  opener(chip: Locator): Locator {
    return chip.getByRole('button').first()
  }

  async remove(words: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Remove filter ${words}` }).click()
  }
}
