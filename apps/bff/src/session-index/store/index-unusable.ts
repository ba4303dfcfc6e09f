/**
 * The index cannot be used as it is. Its message is for the person who runs the dashboard: which file,
 * what is wrong with it, and what to do. The file has been left as it was.
 */
export class IndexUnusable extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'IndexUnusable'
  }
}

const mark = 'index-unusable'

/** The error as it can go to another thread, which keeps of it no more than its message and its cause. */
export function crossing(error: unknown): unknown {
  return error instanceof IndexUnusable ? new Error(error.message, { cause: mark }) : error
}

/** Whether an error of another thread was IndexUnusable there. */
export function isUnusable(error: unknown): error is Error {
  return error instanceof Error && error.cause === mark
}
