import PQueue from 'p-queue'
import type { SendToEm } from './http.ts'
import type { EmLogon } from './logon.ts'
import { logonHeader } from './paths.ts'
import { askPersistently } from './repeat.ts'

/** The dashboard's own questions to EM, beside those it passes on: at most two at a time. */
export interface EmClient {
  /**
   * What EM answers to a GET with success: by what was asked for JSON in UTF-8, but not even decoded, as
   * answers are large and this thread serves everybody. Rejects with an AppError.
   */
  getBytes(path: string, signal?: AbortSignal): Promise<Uint8Array>
}

const requestsAtATime = 2

/** The client over one logon. */
export function createEmClient(options: { logon: EmLogon; send: SendToEm }): EmClient {
  const queue = new PQueue({ concurrency: requestsAtATime })
  return {
    getBytes: (path, signal) =>
      queue.add(async () => {
        const answer = await askPersistently({
          logon: options.logon,
          subject: path.replace(/\?.*/, ''),
          ...(signal ? { signal } : {}),
          send: async (token) => {
            const sent = await options.send({
              method: 'GET',
              path,
              headers: { [logonHeader]: token, accept: 'application/json' },
              ...(signal ? { signal } : {}),
            })
            const { status, contentType, retryAfter, bytes } = sent
            const errorBody = async () => sent.text
            return { status, contentType, retryAfter, bytes, discard: () => undefined, errorBody }
          },
        })
        return answer.bytes
      }),
  }
}
