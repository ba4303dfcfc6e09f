import { describeFailure } from './failure-groups/failure-battery.ts'
import { describeFailures } from './failure-groups/failures-battery.ts'
import type { OpenGrouped } from './failure-groups/open-failures.ts'
import { describeRegrouping } from './failure-groups/regrouping-battery.ts'
import { describeIndexReader } from './reader/index-reader-battery.ts'
import { describeIndexWriter } from './store/index-writer-battery.ts'

/** What every store of the index does, whatever it keeps it in. `open` gives an empty one. */
export function describeSessionStore(name: string, open: OpenGrouped): void {
  describeIndexWriter(name, open)
  describeIndexReader(name, open)
  describeFailures(name, open)
  describeFailure(name, open)
  describeRegrouping(name, open)
}
