import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { stdout } from 'node:process'
import { type Browser, chromium } from '@playwright/test'
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
  await sessions.open()
  for (const result of ['Failed', 'Warning']) await page.getByLabel(result, { exact: true }).check()
  await sessions.settled()
  await take('sessions')
  // One that is failing to its end, and is none of the demo's hostile texts.
  await sessions.rows.filter({ hasText: 'SAP prod' }).first().click()
  await sessions.drawer.waitFor()
  await take('session')
  await page.close()
}

await buildWebWhenNeeded()
mkdirSync(folder, { recursive: true })
const simulator = await startSimulator(standardSimulator)
try {
  const bff = await startBff(simulator)
  const browser = await chromium.launch(browserLaunch())
  try {
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
