import { test as base, expect } from '@playwright/test'
import { awaitFilledIndex } from './index-filled.ts'
import { watchProblems } from './page-problems.ts'
import { SessionsPage } from './pages/sessions-page.ts'
import {
  type RunningBff,
  type RunningSimulator,
  type SimulatorOptions,
  standardSimulator,
  startBff,
  startSimulator,
} from './servers.ts'
import { shiftClock } from './shift-clock.ts'

interface Servers {
  simulator: RunningSimulator
  bff: RunningBff
}

interface WorkerFixtures {
  /** Set it by `test.use` in a file: its tests then share servers of that kind. */
  simulatorOptions: SimulatorOptions
  /** Further variables of the BFF, as `simulatorOptions`. */
  bffEnvironment: Record<string, string>
  /** The servers all tests of this worker share, the index filled. Not for tests that let them fail or change them. */
  servers: Servers
}

interface TestFixtures {
  simulator: RunningSimulator
  bff: RunningBff
  /**
   * Starts servers for this test alone, which may break them; they are stopped at its end. The index
   * is filled then, unless `filled` is false.
   */
  startOwn: (options?: {
    simulator?: SimulatorOptions
    bff?: Record<string, string>
    filled?: boolean
  }) => Promise<Servers>
  /** What pages may complain of without failing the test, such as a 503 that the test brings about. */
  allowedProblems: RegExp[]
  sessions: SessionsPage
}

/**
 * The browser reports every answer that is an error. That the index does not have a session is none:
 * Enterprise Manager is asked for it as well.
 */
const ordinaryProblems = [/Failed to load resource.* 404 .*\/api\/sessions\/urn/]

/** Whether a BFF with these variables lets everybody in. */
function isOpen({ ACCESS = 'open' }: Record<string, string>): boolean {
  return ACCESS === 'open'
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  simulatorOptions: [{}, { scope: 'worker', option: true }],
  bffEnvironment: [{}, { scope: 'worker', option: true }],
  servers: [
    async ({ simulatorOptions, bffEnvironment }, use) => {
      const simulator = await startSimulator({ ...standardSimulator, ...simulatorOptions })
      try {
        const bff = await startBff(simulator, bffEnvironment)
        try {
          await awaitFilledIndex(bff.url, isOpen(bffEnvironment) ? undefined : simulator)
          await use({ simulator, bff })
        } finally {
          await bff.stop()
        }
      } finally {
        await simulator.stop()
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  simulator: ({ servers }, use) => use(servers.simulator),
  bff: ({ servers }, use) => use(servers.bff),
  baseURL: ({ bff }, use) => use(bff.url),
  startOwn: async ({ page, simulatorOptions, bffEnvironment }, use, testInfo) => {
    const stops: (() => Promise<void>)[] = []
    const logs: RunningBff['written'][] = []
    await use(async (own = {}) => {
      const simulator = await startSimulator({
        ...standardSimulator,
        ...simulatorOptions,
        ...own.simulator,
      })
      stops.unshift(simulator.stop)
      const environment = { ...bffEnvironment, ...own.bff }
      const bff = await startBff(simulator, environment)
      stops.unshift(bff.stop)
      logs.push(simulator.written, bff.written)
      if (own.filled !== false)
        await awaitFilledIndex(bff.url, isOpen(environment) ? undefined : simulator)
      return { simulator, bff }
    })
    // A page that is still asking would complain that its server has gone.
    await page.goto('about:blank')
    for (const stop of stops) await stop()
    if (testInfo.status !== testInfo.expectedStatus) {
      const body = logs.map((written) => written()).join('\n')
      await testInfo.attach('own servers', { body, contentType: 'text/plain' })
    }
  },
  allowedProblems: [[], { option: true }],
  page: async ({ page, servers, allowedProblems }, use, testInfo) => {
    const problems = watchProblems(page)
    await page.addInitScript(shiftClock, servers.simulator.clockOffsetMs)
    await use(page)
    if (testInfo.status !== testInfo.expectedStatus) {
      const body = `${servers.simulator.written()}\n${servers.bff.written()}`
      await testInfo.attach('servers', { body, contentType: 'text/plain' })
    }
    const allowed = [...ordinaryProblems, ...allowedProblems]
    const unexpected = problems.filter((each) => !allowed.some((one) => one.test(each)))
    expect(unexpected, 'problems the page complained of').toEqual([])
  },
  sessions: ({ page }, use) => use(new SessionsPage(page)),
})

export { expect }
