import { onTestFinished } from 'vitest'
import type { Grouping } from '../../failures/grouping.ts'
import { sampleQuestion } from '../reader/sample-questions.ts'
import type {
  FailuresQuestion,
  IndexChanges,
  IndexWriter,
  SessionStore,
  SessionsQuestion,
} from '../store/session-store.ts'
import { june, sampleFailures } from './sample-failures.ts'

/** A store of the index that can be grouped in another way. */
export interface GroupedStore extends SessionStore {
  /** Closes the writer, and opens another one that groups like this. */
  reopenWriter(grouping: Grouping): Promise<IndexWriter>
}

export type OpenGrouped = () => Promise<GroupedStore>

/** By EM's clock, for all questions. */
const now = Date.parse(june(20, 12))

/** A store that was told this, and short ways to ask it. */
export async function openFailures(open: OpenGrouped, ...changes: readonly IndexChanges[]) {
  const { writer, reader, reopenWriter, close } = await open()
  onTestFinished(close)
  const tell = async (told: IndexChanges) => {
    await writer.apply(told)
    return reader.refresh()
  }
  for (const told of changes) await tell(told)
  const list = (question: Partial<FailuresQuestion> = {}) =>
    reader.failures(sampleFailures(question), now)
  const find = (id: string, question: Partial<FailuresQuestion> = {}) =>
    reader.failureGroup(id, sampleFailures(question), now)
  const uids = async (question: Partial<SessionsQuestion>) =>
    (await reader.sessions(sampleQuestion(question))).items.map(({ uid }) => uid)
  return { writer, reader, reopenWriter, tell, list, find, uids }
}
