import { type BirpcReturn, createBirpc } from 'birpc'
import * as z from 'zod'

/** A message of birpc that answers a call with an object. */
const messageSchema = z.object({ r: z.record(z.string(), z.unknown()) })

/** A thread's end of a line: a Worker, or its parent port. */
interface Endpoint {
  postMessage(message: unknown, handedOver: readonly ArrayBuffer[]): void
  on(event: 'message', listener: (message: unknown) => void): unknown
}

/**
 * Calls between two threads: the functions offered here, and those of the other side. A call waits
 * for as long as it takes. Errors cross as plain Errors with their message and cause alone, so what
 * callers must tell apart is answered, not thrown; what can befall every call, `toTell` makes into an
 * error that can be told apart on the other side. Bytes that are answered are handed over, not copied.
 */
export function connect<Remote extends object, Local extends object>(
  endpoint: Endpoint,
  local: Local,
  toTell: (error: unknown) => unknown = (error) => error,
): BirpcReturn<Remote, Local> {
  return createBirpc<Remote, Local>(local, {
    post: (message) => endpoint.postMessage(message, bytesOf(message)),
    on: (listener) => endpoint.on('message', listener),
    resolver:
      (_name, call) =>
      async (...values) => {
        try {
          return await call(...values)
        } catch (error) {
          throw toTell(error)
        }
      },
    timeout: -1,
  })
}

/** Memory of the bytes in what a call answers. What is only a part of a larger memory is copied. */
function bytesOf(message: unknown): ArrayBuffer[] {
  const result = messageSchema.safeParse(message).data?.r ?? {}
  return Object.values(result).flatMap((value) =>
    value instanceof Uint8Array &&
    value.buffer instanceof ArrayBuffer &&
    value.byteLength === value.buffer.byteLength
      ? [value.buffer]
      : [],
  )
}
