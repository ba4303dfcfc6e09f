import { chromium, type Page } from '@playwright/test'
import { SessionsPage } from '../e2e/pages/sessions-page.ts'
import { browserLaunch } from '../scripts/browser.ts'
import { clickFilters, type FilterClicks } from './browser-filters.ts'
import { type Scrolling, scrollThrough } from './browser-scroll.ts'

/** What the Sessions page on the whole history costs in a browser. */
export interface BrowserMeasures {
  /** Pressed and let go of at once, as no person can. */
  clicks: FilterClicks
  /** With the button held as long as people do. */
  heldClicks: FilterClicks
  scrolling: Scrolling
  /** JavaScript heap after a collection of garbage, MB: just opened, and after clicks and scrolling. */
  heapOpenedMb: number
  heapAfterMb: number
}

const scrollSteps = 400
/** From pressing a mouse button to letting go of it people take about so long. */
export const heldMs = 80
const whole = '?range=all'
/** Narrowed by what is not clicked, each value of the rail is another question. */
const narrower = ['?range=all&state=Stopped', '?range=30d'] as const
const narrowerHeld = [
  '?range=all&result=Failed&result=Warning&result=Success&result=None',
  '?range=all&state=Stopped&state=Working',
  '?range=7d',
] as const

/** Opens the page of a BFF whose index is filled. `url`: its origin. Rejects where it shows no rows. */
export async function measureBrowser(url: string): Promise<BrowserMeasures> {
  const browser = await chromium.launch(browserLaunch())
  try {
    const context = await browser.newContext({
      baseURL: url,
      viewport: { width: 1440, height: 900 },
    })
    const page = await context.newPage()
    const sessions = new SessionsPage(page)
    const openAndClick = async (searches: readonly string[], held: number) => {
      const rounds: FilterClicks[] = []
      for (const search of searches) {
        await sessions.open(search)
        await sessions.settled()
        rounds.push(await clickFilters(page, held))
      }
      return rounds
    }
    await sessions.open(whole)
    await sessions.settled()
    const heapOpenedMb = await measureHeap(page)
    const onWhole = await clickFilters(page, 0)
    const scrolling = await scrollThrough(page, scrollSteps)
    const heapAfterMb = await measureHeap(page)
    const clicks = sumOf([onWhole, ...(await openAndClick(narrower, 0))])
    const heldClicks = sumOf(await openAndClick(narrowerHeld, heldMs))
    return { clicks, heldClicks, scrolling, heapOpenedMb, heapAfterMb }
  } finally {
    await browser.close()
  }
}

function sumOf(rounds: readonly FilterClicks[]): FilterClicks {
  return {
    ms: rounds.flatMap(({ ms }) => ms),
    passedOver: rounds.reduce((sum, { passedOver }) => sum + passedOver, 0),
  }
}

async function measureHeap(page: Page): Promise<number> {
  const devTools = await page.context().newCDPSession(page)
  try {
    await devTools.send('Performance.enable')
    await devTools.send('HeapProfiler.collectGarbage')
    const { metrics } = await devTools.send('Performance.getMetrics')
    const used = metrics.find(({ name }) => name === 'JSHeapUsedSize')
    if (!used) throw new Error('the browser does not tell of its heap')
    return used.value / 2 ** 20
  } finally {
    await devTools.detach()
  }
}
