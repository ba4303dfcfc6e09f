import type { TestContext } from 'vitest'
import { startBff, type TestBff } from './bff.ts'
import { type Simulator, startSimulator } from './simulator.ts'

/** Starts what one test needs, to be stopped with it in the opposite order; tests with a rig can run at once. */
export function createRig({ onTestFinished }: TestContext) {
  return {
    startEm: async (options: Parameters<typeof startSimulator>[0] = {}): Promise<Simulator> => {
      const em = await startSimulator(options)
      onTestFinished(em.stop)
      return em
    },
    start: async (...[target, changes]: Parameters<typeof startBff>): Promise<TestBff> => {
      const bff = await startBff(target, changes)
      onTestFinished(bff.stop)
      return bff
    },
  }
}
