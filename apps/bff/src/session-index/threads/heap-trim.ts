import { getHeapStatistics } from 'node:v8'

/** So many bytes a thread's heap may grow before what is free of it is given back: while there is more to do, and when there is not. */
const mostGrowth = { busy: 32 * 1024 * 1024, idle: 12 * 1024 * 1024 } as const

/**
 * Gives back to the system what a large piece of work took for a moment. V8 keeps the pages for as long as
 * the thread is busy, and the next large piece would come on top. Only where Node runs with `--expose-gc`.
 */
export class HeapTrim {
  #before = getHeapStatistics().total_heap_size

  /** To be called between two pieces of work: it takes tens of milliseconds where there is something to give back. */
  trim(state: keyof typeof mostGrowth): void {
    if (getHeapStatistics().total_heap_size - this.#before < mostGrowth[state]) return
    globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })
    this.#before = getHeapStatistics().total_heap_size
  }
}
