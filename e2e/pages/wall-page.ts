import type { Locator, Page } from '@playwright/test'

/** The wall as people look at it. */
export class WallPage {
  readonly frame: Locator
  readonly tiles: Locator
  readonly names: Locator
  readonly reasons: Locator
  readonly controls: Locator
  readonly clock: Locator
  readonly ages: Locator
  readonly said: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.frame = page.getByRole('main')
    this.tiles = page
      .getByRole('list', { name: 'Policies that are not well' })
      .getByRole('listitem')
    this.names = this.tiles.locator('bdi')
    this.reasons = page.getByRole('region', { name: 'Why' }).getByRole('listitem')
    this.controls = page.getByRole('toolbar', { name: 'Pages' })
    this.clock = page.locator('header time').first()
    this.ages = page.locator('header p')
    this.said = page.getByRole('status')
  }

  /** Opens the wall. `search` is the query of its address, `?…`. */
  async open(search = '', origin = ''): Promise<void> {
    await this.#page.goto(`${origin}/wall${search}`)
  }

  /** Waits until there is a picture. */
  async shown(): Promise<void> {
    await this.said.filter({ hasText: /\d/ }).waitFor({ state: 'attached' })
  }

  /** What is told across the screen, by its kind. */
  band(kind: string): Locator {
    return this.#page.locator(`[data-band="${kind}"]`)
  }

  get bands(): Locator {
    return this.#page.locator('[data-band]')
  }

  /** The number of policies of a health. */
  count(word: string): Locator {
    return this.#page
      .getByRole('list', { name: 'Policies by health' })
      .getByRole('listitem')
      .filter({ hasText: word })
  }

  /** Which page is shown, `2 / 3`. */
  get pageOf(): Locator {
    return this.#page.locator('footer').getByText(/\d+ \/ \d+/)
  }

  /** Heights of the letters of these, in parts of a hundred of the screen's height. */
  async sizes(locator: Locator): Promise<number[]> {
    return locator.evaluateAll((elements) =>
      elements.map(
        (element) => (100 * Number.parseFloat(getComputedStyle(element).fontSize)) / innerHeight,
      ),
    )
  }
}
