import { composeQuestions } from './questions.ts'
import { createRandom } from './random.ts'
import { readAll } from './readers.ts'
import { sampleRows } from './sample-rows.ts'
import type { WatchedBff } from './watched-bff.ts'

/** Questions that are asked before anything is measured. */
export const warmUps = 400
const readers = 20

/**
 * Asks a server that has just started what readers ask, so that V8 has compiled what answers them: for what is
 * measured as people who are not its first find it. Rejects where one question is not answered.
 */
export async function warmUp({ bff, watch }: WatchedBff, historyDays: number): Promise<void> {
  const address = `${bff.url}/api/sessions?`
  const random = createRandom(3)
  const questions = composeQuestions(await sampleRows(address), {
    count: warmUps,
    now: Date.now(),
    days: [historyDays - 1],
    random,
  })
  const urls = questions.map(({ search }) => `${address}${search}`)
  await watch.during('browser: warm-up', () => readAll(urls, { readers, everyMs: 0, random }))
}
