import type { IndexWriter } from '../store/session-store.ts'
import { CatchUp } from './catch-up.ts'
import type { Clocks } from './clocks.ts'
import { Collections } from './collections.ts'
import type { AskEm, CollectorLog } from './collector-needs.ts'
import type { CollectorOptions } from './collector-options.ts'
import { EmRows } from './em-rows.ts'
import { FinalTasks } from './final-tasks.ts'
import { FirstFill } from './first-fill.ts'
import { KnownIndex } from './known-index.ts'
import { PageSize } from './page-size.ts'
import { Pruning } from './pruning.ts'
import { Regrouping } from './regrouping.ts'
import { Rounds } from './rounds.ts'
import { SessionTasks } from './session-tasks.ts'

/** What the collector does, without when it does it. */
export interface CollectorParts {
  readonly index: KnownIndex
  readonly collections: Collections
  readonly rounds: Rounds
  readonly fill: FirstFill
  readonly catchUp: CatchUp
  readonly finalTasks: FinalTasks
  readonly pruning: Pruning
  readonly regrouping: Regrouping
}

/** Puts the parts of a collector together over one index. `changed` is told of every commit at once. */
export function createParts(needs: {
  writer: IndexWriter
  ask: AskEm
  log: CollectorLog
  clocks: Clocks
  options: CollectorOptions
  changed: () => void
}): CollectorParts {
  const { ask, log, clocks, options } = needs
  const pageSize = new PageSize(options.pageSize, clocks.elapsed)
  const rows = new EmRows({ ask, log, pageSize })
  const index = new KnownIndex(needs.writer, needs.changed)
  const collections = new Collections({ ask, elapsed: clocks.elapsed })
  const tasks = new SessionTasks({ rows, clocks, log })
  const catchUp = new CatchUp({ index, tasks })
  const shared = { rows, collections, index, catchUp, clocks, options, log }
  return {
    index,
    collections,
    rounds: new Rounds(shared),
    fill: new FirstFill(shared),
    catchUp,
    finalTasks: new FinalTasks({ index, tasks }),
    pruning: new Pruning(shared),
    regrouping: new Regrouping(shared),
  }
}
