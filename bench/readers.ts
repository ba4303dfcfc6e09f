import { setTimeout as sleep } from 'node:timers/promises'
import { ask, createAgents } from './load.ts'
import type { Random } from './random.ts'

/** What readers experienced. */
export interface Reading {
  /** Milliseconds of each answer, from asking to its last byte, in the order of asking. */
  latenciesMs: readonly number[]
  /** Answers per second of all readers together. */
  throughput: number
  /** Mean size of an answer. */
  meanBytes: number
}

interface ReadersPlan {
  readers: number
  /** So long after a question a reader asks the next; 0: as soon as it has the answer. */
  everyMs: number
  random: Random
}

/**
 * Asks each of these addresses once: readers take the next one as they come to it. With pauses the
 * readers begin at different times, as people do. Rejects on any answer but 200: a failed answer is a
 * fast one.
 */
export async function readAll(
  urls: readonly string[],
  { readers, everyMs, random }: ReadersPlan,
): Promise<Reading> {
  const agents = createAgents(readers)
  const latenciesMs: number[] = Array.from({ length: urls.length }, () => 0)
  let bytes = 0
  let taken = 0
  const askOne = async (index: number, url: string) => {
    const begun = performance.now()
    const { status, body } = await ask(agents, { url: new URL(url), headers: {} })
    latenciesMs[index] = performance.now() - begun
    if (status !== 200) {
      throw new Error(`${url} was answered ${status}: ${body.toString('utf8', 0, 300)}`)
    }
    bytes += body.length
  }
  const reader = async (firstAfterMs: number) => {
    let dueAt = performance.now() + firstAfterMs
    while (taken < urls.length) {
      await sleep(Math.max(0, dueAt - performance.now()))
      const index = taken
      taken += 1
      const url = urls[index]
      if (url === undefined) return
      await askOne(index, url)
      dueAt = Math.max(dueAt + everyMs, performance.now())
    }
  }
  try {
    const begun = performance.now()
    await Promise.all(Array.from({ length: readers }, () => reader(random.below(everyMs + 1))))
    const seconds = (performance.now() - begun) / 1000
    return { latenciesMs, throughput: urls.length / seconds, meanBytes: bytes / urls.length }
  } finally {
    agents.close()
  }
}
