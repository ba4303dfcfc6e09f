import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CollectorByHand, createDataDir } from '../../../test/collector-by-hand.ts'
import { ModelEm, type ModelFault } from '../../../test/model-em.ts'
import { type Happening, ModelWorld } from '../../../test/model-world.ts'
import { minuteMs } from './em-time.ts'

const options = { pageSize: 4, pollSeconds: 30, historyDays: 4, retentionDays: 400 }

const n = fc.nat(200)
const often = fc.constantFrom<Happening['what']>(
  'begin-session',
  'next-tasks',
  'task-fails',
  'session-stops',
  'hours-pass',
)
const seldom = fc.constantFrom<Happening['what']>(
  'task-gives-up',
  'task-vanishes',
  'session-vanishes',
  'session-comes-late',
  'session-is-revised',
  'policy-comes',
  'policy-is-renamed',
  'policy-goes',
  'server-out-of-reach',
  'server-in-reach',
  'em-forgets',
  'em-collects',
)
const happening = fc.record({ what: fc.oneof({ weight: 2, arbitrary: often }, seldom), n })
const fault = fc.constantFrom<ModelFault>(
  'unreachable',
  'overloaded',
  'html',
  'truncated',
  'failed',
)
/** A round, how much of what is left it is given time for, what happens while it is under way, and the faults that it meets. */
const round = fc.record({
  at: fc.nat(8),
  during: fc.array(happening, { maxLength: 3 }),
  faults: fc.oneof(fc.constant([]), fc.array(fault, { maxLength: 2 })),
  minutes: fc.nat(40),
  bits: fc.constantFrom(0, 1, 2, 100),
})
const step = fc.record({
  happenings: fc.array(happening, { maxLength: 8 }),
  restart: fc.boolean(),
  round,
})

it('after any sequence of changes and rounds the index is what EM has, and what it forgot is kept', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const em = new ModelEm()
      const world = new ModelWorld(em)
      const { dataDir, remove } = createDataDir()
      const emNow = () => world.now
      const open = () => new CollectorByHand({ dataDir, ask: em.ask, emNow, options })
      let collector = open()
      try {
        let known: string[] = []
        for (const { happenings, restart, round } of steps) {
          if (restart) {
            await collector.close()
            collector = open()
          }
          for (const one of happenings) world.happen(one)
          world.happen({ what: 'em-collects', n: 0 })
          em.faults = [...round.faults]
          const interrupted = em.asked.length + round.at
          em.beforeAnswer = (request) => {
            if (request !== interrupted) return
            for (const one of round.during) world.happen(one)
            world.happen({ what: 'em-collects', n: 0 })
          }
          collector.pass(round.minutes * minuteMs)
          // A round that fails changes nothing, which is what the end of this test depends on.
          await Promise.allSettled([collector.round().then(() => collector.catchUp(round.bits))])
          const now = collector.index().sessions
          expect(known.filter((uid) => !now.has(uid))).toEqual([])
          known = [...now.keys()]
        }
        em.faults = []
        em.beforeAnswer = () => undefined
        world.calmDown()
        await collector.settle()
        expect(await collector.differences()).toEqual([])
      } finally {
        await collector.close()
        remove()
      }
    }),
    { numRuns: 30 },
  )
})
