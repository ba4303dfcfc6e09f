import type { Locator, Page } from '@playwright/test'

/** The top bar's words on how old everything is. */
export class FreshnessBar {
  readonly bar: Locator
  /** The links from the browser to the backup servers, once the bar was clicked. */
  readonly chain: Locator

  constructor(page: Page) {
    this.bar = page.getByRole('banner').locator('button[data-tone]')
    this.chain = page
      .locator('ol > li[data-tone]:not([data-uid])')
      .filter({ has: page.locator('b') })
  }
}
