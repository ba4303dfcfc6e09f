import PQueue from 'p-queue'
import { AppError } from '../errors.ts'

/** Lets few live queries through to EM at a time; a bounded number waits, and one more is turned away. */
export function createAdmission(options: { atATime: number; waiting: number }) {
  const queue = new PQueue({ concurrency: options.atATime })
  return <T>(signal: AbortSignal, task: () => Promise<T>): Promise<T> => {
    if (queue.size >= options.waiting && queue.pending >= options.atATime) {
      const detail = `${options.atATime} are being asked and ${queue.size} are waiting. Try again in a moment.`
      throw new AppError('too-many-live-requests', detail, { retryAfterSeconds: 2 })
    }
    return queue.add(task, { signal })
  }
}
