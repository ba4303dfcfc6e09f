import { describeIndexReader } from './reader/index-reader-battery.ts'
import { describeIndexWriter } from './store/index-writer-battery.ts'
import type { SessionStore } from './store/session-store.ts'

/** What every store of the index does, whatever it keeps it in. `open` gives an empty one. */
export function describeSessionStore(name: string, open: () => Promise<SessionStore>): void {
  describeIndexWriter(name, open)
  describeIndexReader(name, open)
}
