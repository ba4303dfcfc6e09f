import { setTimeout as sleep } from 'node:timers/promises'
import { type Browser, chromium } from '@playwright/test'
import { SessionsPage } from '../e2e/pages/sessions-page.ts'
import { awaitAnnouncement, makeDataFolder, startServer } from '../e2e/server-process.ts'
import { browserLaunch } from '../scripts/browser.ts'
import { root } from '../scripts/root.ts'
import { median } from './statistics.ts'

/** Milliseconds after `npm start` was typed. */
export interface Startup {
  firstRowsMs: number
  firstRowOnScreenMs: number
}

// Set, though empty: a developer's `.env` must not send this to a real Enterprise Manager.
const demo = { EM_URL: '', EM_USERNAME: '', EM_PASSWORD: '', EM_PASSWORD_FILE: '' }
const trust = { EM_CA_FILE: '', EM_CERT_SHA256: '', EM_TLS_INSECURE: '' }
const pollMs = 20
const patienceMs = 30_000

/**
 * Types `npm start` on this checkout, so many times, with an empty data folder each, and takes the
 * medians. The web app must be built and the browser is open already, as it is on a person's desk.
 */
export async function measureStartups(times: number): Promise<Startup> {
  const browser = await chromium.launch(browserLaunch())
  try {
    const startups: Startup[] = []
    for (let time = 0; time < times; time += 1) startups.push(await measureStartup(browser))
    return {
      firstRowsMs: median(startups.map((one) => one.firstRowsMs)),
      firstRowOnScreenMs: median(startups.map((one) => one.firstRowOnScreenMs)),
    }
  } finally {
    await browser.close()
  }
}

async function measureStartup(browser: Browser): Promise<Startup> {
  const data = makeDataFolder()
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const begun = performance.now()
  const npm = startServer('npm', ['start'], {
    cwd: root,
    env: { ...demo, ...trust, PORT: '0', DATA_DIR: data.folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  try {
    const url = await awaitAnnouncement<string>(npm, 'npm start', (found) =>
      npm.child.stdout?.on('data', () => {
        const address = /^CDP Watch is at (\S+)/m.exec(npm.written())?.[1]
        if (address) found(address)
      }),
    )
    const onScreen = page
      .goto(url)
      .then(() => new SessionsPage(page).rows.first().waitFor())
      .then(() => performance.now() - begun)
    const [firstRowsMs, firstRowOnScreenMs] = await Promise.all([awaitRows(url, begun), onScreen])
    return { firstRowsMs, firstRowOnScreenMs }
  } finally {
    await page.close()
    await npm.stop()
    data.remove()
  }
}

async function awaitRows(url: string, begun: number): Promise<number> {
  while (performance.now() - begun < patienceMs) {
    const answer = await fetch(`${url}/api/em/query?type=CdpReplicaSession&pageSize=10`)
    const { items }: { items?: unknown[] } = answer.ok ? await answer.json() : {}
    if (items && items.length > 0) return performance.now() - begun
    await sleep(pollMs)
  }
  throw new Error(`no rows within ${patienceMs} ms of npm start`)
}
