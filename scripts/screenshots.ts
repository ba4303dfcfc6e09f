import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { stdout } from 'node:process'
import { type Browser, chromium } from '@playwright/test'
import { awaitFilledIndex } from '../e2e/index-filled.ts'
import { FailuresPage } from '../e2e/pages/failures-page.ts'
import { PoliciesPage } from '../e2e/pages/policies-page.ts'
import { SessionView } from '../e2e/pages/session-view.ts'
import { SessionsPage } from '../e2e/pages/sessions-page.ts'
import {
  type RunningBff,
  type RunningSimulator,
  standardSimulator,
  startBff,
  startSimulator,
} from '../e2e/servers.ts'
import { shiftClock } from '../e2e/shift-clock.ts'
import { browserLaunch } from './browser.ts'
import { root } from './root.ts'
import { buildWebWhenNeeded } from './web-build.ts'

const folder = path.join(root, 'docs/images')

interface Running {
  browser: Browser
  simulator: RunningSimulator
  bff: RunningBff
}

/** Takes the pictures of the README in one color scheme, from the running product. */
async function takePictures(running: Running, colorScheme: 'light' | 'dark'): Promise<void> {
  const page = await running.browser.newPage({
    baseURL: running.bff.url,
    viewport: { width: 1440, height: 900 },
    colorScheme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Oslo',
  })
  const take = async (name: string) => {
    await page.waitForLoadState('networkidle')
    await page.evaluate('document.fonts.ready')
    const file = path.join(folder, `${name}-${colorScheme}.png`)
    await page.screenshot({ path: file })
    stdout.write(`${path.relative(root, file)}\n`)
  }
  await page.addInitScript(shiftClock, running.simulator.clockOffsetMs)
  const sessions = new SessionsPage(page)
  await sessions.open('?range=7d')
  for (const health of [/^Failed/, /^Warning/]) await sessions.choice('Health', health).check()
  await sessions.settled()
  await sessions.histogram.waitFor()
  await take('sessions')
  // One that is failing to its end, and is none of the demo's hostile texts.
  await sessions.rows.filter({ hasText: 'VDI pool 3 Hamburg' }).first().click()
  const view = new SessionView(page)
  await view.marks.first().waitFor()
  await view.vmLines.first().waitFor()
  await take('session')
  const failures = new FailuresPage(page)
  await failures.open()
  await failures.settled()
  await take('failures')
  // One of many VMs, whose texts differ in all that can differ.
  await failures.rows.filter({ hasText: 'CDP Coordinator service' }).first().click()
  await failures.part('Texts').locator('mark').first().waitFor()
  await take('failure')
  const policies = new PoliciesPage(page)
  await policies.open()
  await policies.settled()
  await take('policies')
  await page.setViewportSize({ width: 1920, height: 1080 })
  // Without the one whose reason is the worst of the demo's hostile texts.
  const filter = 'PolicyName!="SharePoint"'
  await page.goto(`/wall?${new URLSearchParams({ theme: colorScheme, filter })}`)
  await page.getByRole('status').filter({ hasText: /\d/ }).waitFor({ state: 'attached' })
  await take('wall')
  await page.close()
}

await buildWebWhenNeeded()
mkdirSync(folder, { recursive: true })
const simulator = await startSimulator(standardSimulator)
try {
  const bff = await startBff(simulator)
  const browser = await chromium.launch(browserLaunch())
  try {
    await awaitFilledIndex(bff.url)
    for (const colorScheme of ['light', 'dark'] as const) {
      await takePictures({ browser, simulator, bff }, colorScheme)
    }
  } finally {
    await browser.close()
    await bff.stop()
  }
} finally {
  await simulator.stop()
}
