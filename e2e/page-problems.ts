import type { Page } from '@playwright/test'

/** Characters kept of a complaint: one about a data URL repeats it whole. */
const longest = 500

/**
 * Everything a page complains of from now on: errors on its console (refusals by the content
 * security policy are among them), errors nobody caught, and requests that got no answer.
 */
export function watchProblems(page: Page): string[] {
  const problems: string[] = []
  page.on('console', (message) => {
    if (message.type() !== 'error') return
    const { url, line } = message.location()
    problems.push(`console: ${message.text().slice(0, longest)} (${url}:${line})`)
  })
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`))
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'no reason given'
    // A query that was superseded is given up by the page itself.
    if (reason !== 'net::ERR_ABORTED') problems.push(`request: ${request.url()} ${reason}`)
  })
  return problems
}
