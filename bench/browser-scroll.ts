import type { Page } from '@playwright/test'

/** What scrolling through all rows did to the page. */
export interface Scrolling {
  steps: number
  seconds: number
  /** Milliseconds of each task over 50 ms. */
  longTasksMs: readonly number[]
  /** Place of the last row that was in the document, from 1. */
  lastRow: number
}

/**
 * Drags the scroll position from the first row to the last, a step each frame or two, and rests now
 * and then so that rows are asked for.
 */
export async function scrollThrough(page: Page, steps: number): Promise<Scrolling> {
  const frames = await page.evaluateHandle(dragToEnd, { steps, restEvery: 15, restMs: 250 })
  const scrolling = await frames.jsonValue()
  await frames.dispose()
  return scrolling
}

/** Runs in the page. All it needs stands inside it. */
async function dragToEnd(plan: {
  steps: number
  restEvery: number
  restMs: number
}): Promise<Scrolling> {
  const scroller = document.querySelector('[aria-busy]:has(table)')
  if (!scroller) throw new Error('there is nothing to scroll')
  const longTasksMs: number[] = []
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasksMs.push(duration)
  })
  observer.observe({ type: 'longtask' })
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
  const begun = performance.now()
  const height = scroller.scrollHeight - scroller.clientHeight
  for (let step = 1; step <= plan.steps; step += 1) {
    scroller.scrollTop = (height * step) / plan.steps
    await frame()
    await frame()
    if (step % plan.restEvery === 0) await rest(plan.restMs)
  }
  await rest(4 * plan.restMs)
  const seconds = (performance.now() - begun) / 1000
  observer.disconnect()
  const places = [...document.querySelectorAll('tr[data-uid]')].map((row) =>
    Number(row.getAttribute('aria-rowindex')),
  )
  return { steps: plan.steps, seconds, longTasksMs, lastRow: Math.max(0, ...places) - 1 }
}
