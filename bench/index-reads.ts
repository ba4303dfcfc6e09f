import { measureNotModified } from './not-modified.ts'
import { composeQuestions, type Question } from './questions.ts'
import { createRandom, shuffle } from './random.ts'
import { type Reading, readAll } from './readers.ts'
import { sampleRows } from './sample-rows.ts'
import { warmUps } from './warm-up.ts'
import type { WatchedBff } from './watched-bff.ts'

/** How 20 readers, one way or another, were answered. */
export interface NamedReading {
  name: string
  reading: Reading
  /** What was asked, in the order of the latencies. */
  questions: readonly Question[]
}

/** How reading the index went. */
export interface IndexReads {
  readings: readonly NamedReading[]
  /** Milliseconds of pages narrowed by nothing but the time, one at a time: 7 days, and everything with its histogram. */
  week: readonly number[]
  everything: readonly number[]
  /** Milliseconds of answers that the client had already. */
  notModifiedMs: readonly number[]
  /** Questions with all four filters, as many of each range. */
  comparable: readonly Question[]
}

const readers = 20
const pauseMs = 500
const firstTimes = 4000
const repeatedQuestions = 200
const repetitions = 20
const pausedQuestions = 1600
const unfilteredTimes = 200
const notModifiedTimes = 2000
/** Of each range: the simulator takes seconds for one. */
const comparedQuestions = 4

/**
 * Asks `GET /api/sessions` in all the ways that are measured, while nothing changes. `days`: length of
 * the history. Rejects where one of them is not answered.
 */
export async function measureReads(
  { bff, watch }: WatchedBff,
  historyDays: number,
): Promise<IndexReads> {
  const address = `${bff.url}/api/sessions?`
  const random = createRandom(7)
  const days = [Math.min(7, historyDays - 1), Math.min(30, historyDays - 1), historyDays - 1]
  const rows = await sampleRows(address)
  const count = firstTimes + pausedQuestions + warmUps
  const all = composeQuestions(rows, { count, now: Date.now(), days, random })
  const first = all.slice(0, firstTimes)
  const again = Array.from({ length: repetitions }, () => first.slice(-repeatedQuestions)).flat()
  const ways = [
    { name: 'first time, no pause', questions: first, everyMs: 0 },
    { name: 'again, no pause', questions: shuffle(again, random), everyMs: 0 },
    {
      name: 'first time, every 0.5 s',
      questions: all.slice(firstTimes, firstTimes + pausedQuestions),
      everyMs: pauseMs,
    },
  ]
  const read = (questions: readonly Question[], everyMs: number) =>
    readAll(
      questions.map(({ search }) => `${address}${search}`),
      { readers, everyMs, random },
    )
  await watch.during('reads: warm-up', () => read(all.slice(-warmUps), 0))
  const readings: NamedReading[] = []
  for (const { name, questions, everyMs } of ways) {
    const reading = await watch.during(`reads: ${name}`, () => read(questions, everyMs))
    readings.push({ name, reading, questions })
  }
  const askEach = async (search: (turn: number) => string) => {
    const urls = Array.from({ length: unfilteredTimes }, (_, turn) => `${address}${search(turn)}`)
    return (await readAll(urls, { readers: 1, everyMs: 0, random })).latenciesMs
  }
  const unfiltered = await watch.during('reads: unfiltered', async () => ({
    week: await askEach((turn) => `from=${beginAt(days[0] ?? 1, turn)}`),
    everything: await askEach((turn) => `bars=120&from=${beginAt(historyDays + 1, turn)}`),
  }))
  const notModifiedMs = await watch.during('reads: unchanged', () =>
    measureNotModified(`${address}${first.at(-1)?.search}`, notModifiedTimes),
  )
  const four = first.filter(({ hasAllFour }) => hasAllFour)
  const comparable = days.flatMap((length) =>
    four.filter((question) => question.days === length).slice(0, comparedQuestions),
  )
  return { readings, ...unfiltered, notModifiedMs, comparable }
}

/** Some days ago, to the second; each turn another one, so that each is asked for the first time. */
function beginAt(days: number, turn: number): string {
  return new Date(Date.now() - days * 86_400_000 - turn * 1000).toISOString()
}
