import type { Locator, Page } from '@playwright/test'

/** The page on which people sign in. */
export class SignInPage {
  readonly page: Page
  readonly heading: Locator
  readonly username: Locator
  readonly password: Locator
  readonly submit: Locator
  readonly problem: Locator
  /** Who is signed in, on every other page. */
  readonly person: Locator

  constructor(page: Page) {
    this.page = page
    this.heading = page.getByRole('heading', { name: 'Sign in to CDP Watch' })
    this.username = page.getByRole('textbox', { name: 'User name' })
    this.password = page.getByLabel('Password', { exact: true })
    this.submit = page.getByRole('button', { name: 'Sign in', exact: true })
    this.problem = page.getByRole('alert')
    this.person = page.getByRole('button', { name: /^Signed in as/ })
  }

  async signIn(username: string, password: string): Promise<void> {
    await this.username.fill(username)
    await this.password.fill(password)
    await this.submit.click()
  }

  /** What is behind the person's button. */
  part(role: 'link' | 'button', name: string): Locator {
    return this.page.getByRole('dialog', { name: /^Signed in as/ }).getByRole(role, { name })
  }
}
