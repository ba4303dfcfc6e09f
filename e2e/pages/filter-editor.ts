import { expect, type Locator, type Page } from '@playwright/test'

/** The whole filter as text. */
export class FilterEditor {
  readonly dialog: Locator
  readonly text: Locator
  /** An example, shown while there is no text. */
  readonly placeholder: Locator
  /** What is underlined. */
  readonly wrong: Locator
  readonly completions: Locator
  readonly apply: Locator
  readonly examples: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.dialog = page.getByRole('dialog', { name: 'Filter as text' })
    this.text = this.dialog.getByRole('textbox', { name: 'Filter as text' })
    this.placeholder = this.text.locator('.cm-placeholder')
    this.wrong = this.dialog.locator('.cm-lintRange-error')
    this.completions = page.getByRole('listbox', { name: 'Completions' })
    this.apply = this.dialog.getByRole('button', { name: 'Apply' })
    this.examples = this.dialog.getByRole('list', { name: 'Examples to put in' })
  }

  async open(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Add filter' }).first().click()
    await this.#page.getByRole('button', { name: 'Edit as text' }).click()
    await expect(this.text).toBeFocused()
  }

  /**
   * Takes a completion by its keys. A list takes none for a moment after it opened, lest a key meant
   * for the text did something else: the arrow is pressed until it moves what is chosen.
   */
  async complete(label: string): Promise<void> {
    const options = this.completions.getByRole('option')
    await expect(options.filter({ hasText: label }).first()).toBeVisible()
    const chosen = options.and(this.#page.locator('[aria-selected="true"]'))
    const before = await chosen.innerText()
    await expect(async () => {
      await this.#page.keyboard.press('ArrowDown')
      await expect(chosen).not.toHaveText(before, { timeout: 100, useInnerText: true })
    }).toPass()
    const count = await options.count()
    for (let step = 0; step < count && !(await this.#isChosen(label)); step += 1) {
      await this.#page.keyboard.press('ArrowDown')
    }
    expect(await this.#isChosen(label)).toBe(true)
    await this.#page.keyboard.press('Enter')
  }

  async #isChosen(label: string): Promise<boolean> {
    const chosen = this.completions.locator('[aria-selected="true"] .cm-completionLabel')
    return (await chosen.innerText()) === label
  }

  /** The text with its lines, as it is written. */
  async written(): Promise<string> {
    return (await this.text.locator('.cm-line').allTextContents()).join('\n')
  }
}
