import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

/**
 * What the proxy answers to, in place of the browser's response: the proxy ties EM's answer to the
 * response it is given and destroys both together, and a query may be repeated while the browser waits.
 */
export class ErrandResponse extends ServerResponse<IncomingMessage> {
  readonly token: string
  readonly #outcome = Promise.withResolvers<IncomingMessage>()
  #answer: IncomingMessage | undefined

  constructor(path: string, token: string) {
    super(emptyRequest(path))
    this.token = token
  }

  /** EM's answer, not yet read. */
  get answer(): Promise<IncomingMessage> {
    return this.#outcome.promise
  }

  settle(answer: IncomingMessage): void {
    this.#answer = answer
    this.#outcome.resolve(answer)
  }

  fail(error: unknown): void {
    this.#outcome.reject(error)
  }

  /** Ends the request to EM, and its answer where one has begun. */
  abandon(reason: Error): void {
    this.fail(reason)
    this.#answer?.destroy(reason)
    // The proxy ends its request when the response it was given closes.
    this.emit('close')
  }
}

/**
 * A request of our own for the proxy. Nothing of a browser's can reach EM through it: no cookie, which
 * would win over the token; no body, which EM would take for a second request; no `Expect`, at which
 * the proxy leaves its hook for headers out.
 */
function emptyRequest(path: string): IncomingMessage {
  const request = new IncomingMessage(new Socket())
  request.method = 'GET'
  request.url = path
  request.complete = true
  request.push(null)
  return request
}
