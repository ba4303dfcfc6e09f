import { foldKeys } from './folded-record.ts'
import { readText } from './scalars.ts'

/** The logon EM opened. `sessionId` is what its resource is called, needed to log off; the token is in a header. */
export type LogonReading =
  | { readonly ok: true; readonly sessionId: string; readonly userName: string | null }
  | { readonly ok: false; readonly problem: string }

/** Reads the parsed JSON of `POST /api/sessionMngr/`. Never throws. */
export function readLogon(body: unknown): LogonReading {
  const logon = foldKeys(body)
  if (logon === null) return { ok: false, problem: 'The answer to the logon is not an object.' }
  const sessionId = readText(logon.get('sessionid'))
  if (sessionId === null) return { ok: false, problem: 'The answer to the logon has no SessionId.' }
  return { ok: true, sessionId, userName: readText(logon.get('username')) }
}
