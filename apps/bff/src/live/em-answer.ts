import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { connectionFailure } from '../em/failure.ts'
import { readRetryAfter } from '../em/http.ts'
import type { Answer } from '../em/repeat.ts'

/** EM's answer to a passed-on query; `body` is the whole text where it is to be shaped, absent where it is streamed. */
export interface EmStreamAnswer extends Answer {
  stream: IncomingMessage
  body: string | undefined
}

/**
 * Takes in EM's answer: the whole of a success when it is to be shaped, its first bytes when it is to
 * be streamed, so that one cut short before can still be repeated. Rejects with an AppError.
 */
export async function receive(
  stream: IncomingMessage,
  url: string,
  use: 'shape' | 'stream',
): Promise<EmStreamAnswer> {
  const status = stream.statusCode ?? 0
  const orFailure = async <T>(reading: Promise<T>): Promise<T> => {
    try {
      return await reading
    } catch (error) {
      throw connectionFailure(url, error)
    }
  }
  const isShaped = status === 200 && use === 'shape'
  if (status === 200 && use === 'stream') await orFailure(awaitBytes(stream))
  return {
    status,
    contentType: stream.headers['content-type'],
    retryAfter: readRetryAfter(stream.headers['retry-after']),
    stream,
    body: isShaped ? await orFailure(text(stream)) : undefined,
    discard: () => stream.resume(),
    errorBody: () => orFailure(text(stream)),
  }
}

/** Waits for the first byte, or for the end of a body that has none. Rejects where the stream fails. */
async function awaitBytes(stream: IncomingMessage): Promise<void> {
  const come = new AbortController()
  const { signal } = come
  try {
    await Promise.race([once(stream, 'readable', { signal }), once(stream, 'end', { signal })])
  } finally {
    come.abort()
  }
}
