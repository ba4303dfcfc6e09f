import type { Locator, Page } from '@playwright/test'

/** A list of the rail, and the column of the table that shows the same. */
const facets = [
  { title: 'Health', column: 'health' },
  { title: 'Backup server', column: 'server' },
  { title: 'Policy', column: 'policy' },
] as const

/** A session that works and has said nothing yet is “Working” in the table. */
const shownOtherwise = 'Unknown'
const patienceMs = 10_000

/** Milliseconds from clicks into the rail until their rows were painted. */
export interface FilterClicks {
  ms: readonly number[]
  /** Values that were not clicked, as all rows in sight had them already. */
  passedOver: number
}

/**
 * Clicks one value after the other, of all lists of the rail; each is taken away again before the next.
 * `heldMs`: so long the button is held down, before which no click counts as made.
 */
export async function clickFilters(page: Page, heldMs: number): Promise<FilterClicks> {
  const ms: number[] = []
  let passedOver = 0
  for (const { title, column } of facets) {
    const list = page.getByRole('list', { name: title, exact: true })
    const offered = await list.locator('label:not([data-none="true"]) bdi').allTextContents()
    const labels = offered.filter((label) => label !== shownOtherwise)
    for (const label of labels) {
      const box = list.locator('label').filter({ has: page.getByText(label, { exact: true }) })
      const took = await clickAndAwaitRows(page, box.first(), { column, label, heldMs })
      if (took === undefined) passedOver += 1
      else ms.push(took)
      if (took !== undefined) await clickBack(page, box.first(), column, label)
    }
  }
  return { ms, passedOver }
}

/** Undefined where the rows in sight would not tell, being all of this value before. */
async function clickAndAwaitRows(
  page: Page,
  box: Locator,
  { heldMs, ...rows }: { column: string; label: string; heldMs: number },
): Promise<number | undefined> {
  if (await page.evaluate(isEveryRow, rows)) return undefined
  const watch = await page.evaluateHandle(watchPaint, { ...rows, patienceMs })
  await box.click({ delay: heldMs })
  const ms = await watch.evaluate(({ painted }) => painted)
  await watch.dispose()
  if (ms === null)
    throw new Error(`a click on “${rows.label}” of ${rows.column} brought no rows of it`)
  return ms
}

async function clickBack(page: Page, box: Locator, column: string, label: string): Promise<void> {
  await box.click()
  await page.waitForFunction(
    ({ column, label }) => {
      const cells = [...document.querySelectorAll(`tr[data-uid] td[data-column="${column}"]`)]
      return cells.some((cell) => !cell.textContent.includes(label))
    },
    { column, label },
  )
}

function isEveryRow({ column, label }: { column: string; label: string }): boolean {
  const cells = [...document.querySelectorAll(`tr[data-uid] td[data-column="${column}"]`)]
  return cells.length > 0 && cells.every((cell) => cell.textContent.includes(label))
}

/**
 * Runs in the page: from the click that comes next to the paint of the first frame in which every row
 * is there and has this value; null where that takes too long. All it needs stands inside it.
 */
function watchPaint(plan: { column: string; label: string; patienceMs: number }) {
  const { column, label, patienceMs } = plan
  const isThere = () => {
    const rows = [...document.querySelectorAll('tbody tr[aria-rowindex]')]
    return (
      rows.length > 0 &&
      rows.every((row) =>
        row.querySelector(`td[data-column="${column}"]`)?.textContent.includes(label),
      )
    )
  }
  const painted = new Promise<number | null>((resolve) => {
    const onClick = (click: Event) => {
      const look = () => {
        if (performance.now() - click.timeStamp > patienceMs) resolve(null)
        else if (!isThere()) {
          requestAnimationFrame(look)
        } else {
          // A message comes after the frame that is being made.
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve(performance.now() - click.timeStamp)
          port2.postMessage(null)
        }
      }
      requestAnimationFrame(look)
    }
    addEventListener('click', onClick, { capture: true, once: true })
  })
  return { painted }
}
