import { type BirpcReturn, createBirpc } from 'birpc'

/** A thread's end of a line: a Worker, or its parent port. */
interface Endpoint {
  postMessage(message: unknown): void
  on(event: 'message', listener: (message: unknown) => void): unknown
}

/**
 * Calls between two threads: the functions offered here, and those of the other side. A call waits
 * for as long as it takes; errors cross as plain Errors with their message alone, so what callers must
 * tell apart is answered, not thrown.
 */
export function connect<Remote extends object, Local extends object>(
  endpoint: Endpoint,
  local: Local,
): BirpcReturn<Remote, Local> {
  return createBirpc<Remote, Local>(local, {
    post: (message) => endpoint.postMessage(message),
    on: (listener) => endpoint.on('message', listener),
    timeout: -1,
  })
}
