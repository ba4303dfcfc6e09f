import { existsSync } from 'node:fs'
import { expect, it, onTestFinished } from 'vitest'
import { columnsFile } from '../../data-files.ts'
import { currentGrouping } from '../../failures/grouping.ts'
import { sampleSession, stoppedSession } from '../store/sample-entities.ts'
import { openSampleIndex } from './open-sample-index.ts'
import { sampleQuestion } from './sample-questions.ts'

const uids = ['session-1', 'session-2', 'session-3', 'session-4', 'session-5']
const sessionsOf = (some: readonly string[]) => ({
  sessions: some.map((uid) => sampleSession({ uid })),
})

it('a reader goes on from saved columns: with what changed and came since, over two starts', async () => {
  const index = openSampleIndex()
  onTestFinished(index.close)
  const { writer, dataDir, openReader, reopenWriter } = index
  const resultsAtStart = async () => {
    await reopenWriter(currentGrouping)
    const reader = openReader(0)
    expect(existsSync(columnsFile(dataDir))).toBe(true)
    const { items, total } = await reader.sessions(sampleQuestion({}))
    await reader.close()
    return [total, Object.fromEntries(items.map(({ uid, result }) => [uid, result]))]
  }
  await writer.apply(sessionsOf(uids))
  await openReader(0).close()
  const second = await reopenWriter(currentGrouping)
  await openReader(0).close()
  await second.apply({ sessions: [stoppedSession('Failed', { uid: 'session-2' })] })
  await second.apply(sessionsOf(['session-6']))
  const all = Object.fromEntries([...uids, 'session-6'].map((uid) => [uid, 'None']))
  const expected = [6, { ...all, 'session-2': 'Failed' }]
  expect(await resultsAtStart()).toEqual(expected)
  expect(await resultsAtStart()).toEqual(expected)
})
