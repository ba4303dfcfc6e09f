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
