import { readJson } from '@cdp-watch/em-wire'
import PQueue from 'p-queue'
import { AppError } from '../errors.ts'
import type { SendToEm } from './http.ts'
import type { EmLogon } from './logon.ts'
import { logonHeader } from './paths.ts'
import { askPersistently } from './repeat.ts'

/** The dashboard's own questions to EM, beside those it passes on: at most two at a time. */
export interface EmClient {
  /** Parsed JSON that EM answers to a GET. Rejects with an AppError. */
  getJson(path: string, signal?: AbortSignal): Promise<unknown>
}

const requestsAtATime = 2

/** The client over one logon. */
export function createEmClient(options: { logon: EmLogon; send: SendToEm }): EmClient {
  const queue = new PQueue({ concurrency: requestsAtATime })
  return {
    getJson: (path, signal) =>
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
            return { ...sent, discard: () => undefined, errorBody: async () => sent.text }
          },
        })
        const json = readJson(answer.text)
        if (!json.ok) throw new AppError('em-bad-answer', json.problem)
        return json.value
      }),
  }
}
