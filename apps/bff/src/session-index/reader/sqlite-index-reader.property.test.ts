import { existsSync, rmSync } from 'node:fs'
import { ownSortFields, type Session } from '@cdp-watch/contract'
import { and, condition, type FilterTree, fieldsOf, or } from '@cdp-watch/em-filter'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { columnsFile } from '../../data-files.ts'
import { currentGrouping } from '../../failures/grouping.ts'
import { sampleSession, sampleTask } from '../store/sample-entities.ts'
import type { IndexReader, SortKey } from '../store/session-store.ts'
import { openSampleIndex, type SampleIndex } from './open-sample-index.ts'
import { changesOf, healthOf, isInRange, type ModelSession, matchingOf } from './reading-model.ts'
import { sampleQuestion, sampleSelection } from './sample-questions.ts'

/** Letters that change with their case, with composition or by what stands beside them, and all that queries mean something by. */
const piece = fc.constantFrom(
  ...['a', 'b', 'A', 'ab', '@', 'İ', 'ß', 'é', 'e\u0301', 'Σ', 'σ', '"', '%', '_', '*', '\\', "'"],
  ...['日本', '語', '😀', ' ', '-', '1', '20', '.', 'Gold', 'gold', 'x'],
)
const text = fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join(''))
const policyName = fc.constantFrom('Gold', 'gold', 'a@b', '@x', 'Σ', '')
const day = Date.parse('2026-11-20T00:00:00Z')
/** Few enough that many sessions start at once. */
const time = fc.integer({ min: 0, max: 12 }).map((step) => day + step * 3_600_000 + (step % 3))
const isoTime = time.map((ms) => new Date(ms).toISOString())
const state = fc.constantFrom('Working', 'Stopped', 'Stopped', 'Starting', 'Idle')
const result = fc.constantFrom('None', 'Success', 'Warning', 'Failed', 'Odd')
const uid = (kind: string) => fc.constantFrom(`${kind}-1`, `${kind}-2`, null)

const task = fc.record({
  vmDisplayName: text,
  result,
  reason: fc.option(text),
  creationTimeUTC: isoTime,
})
const session = fc
  .record({
    policyName,
    policyUid: uid('policy'),
    backupServerUid: uid('server'),
    backupServerName: fc.constantFrom('vbr-1', 'VBR-2', null),
    rest: text,
    nameKind: fc.constantFrom('policy', 'policy', 'own', 'joint'),
    state,
    result,
    failureMessage: fc.option(text),
    creationTimeUTC: isoTime,
    endTimeUTC: fc.option(isoTime),
    tasks: fc.array(task, { maxLength: 3 }),
  })
  .map(({ rest, nameKind, tasks, ...fields }) => {
    const heads = { policy: `${fields.policyName}@`, own: '', joint: '@' }
    return { fields: { ...fields, name: `${heads[nameKind]}${rest}` }, tasks }
  })

const sessions = fc.array(session, { maxLength: 25 }).map((drawn) =>
  drawn.map(({ fields, tasks }, number): ModelSession => {
    const uid = `Session-${number}`
    return {
      session: sampleSession({ ...fields, uid }),
      tasks: tasks.map((changes, index) =>
        sampleTask({ ...changes, uid: `${uid}-${index}`, policySessionUid: uid }),
      ),
    }
  }),
)

const fields = fieldsOf('CdpReplicaSession')
const filterTimes = fc.oneof(
  isoTime,
  isoTime.map((iso) => iso.replace('Z', '0001Z')),
  fc.constantFrom('2026-11-20', '2026-11-20T03:00:00+02:00'),
)
const filterCondition = fc.constantFrom(...fields).chain((field) =>
  fc
    .record({
      operator: fc.constantFrom(...field.operators),
      value:
        field.kind === 'time'
          ? filterTimes
          : field.kind === 'enum'
            ? fc.constantFrom(...(field.values ?? []))
            : field.kind === 'uid'
              ? fc.constantFrom('session-3', 'Session-4', 'POLICY-1', 'server-2', '', 'none')
              : fc.oneof(text, policyName),
    })
    .map(({ operator, value }): FilterTree => condition(field.name, operator, value)),
)
const { filter } = fc.letrec<{ filter: FilterTree; group: FilterTree }>((tie) => ({
  filter: fc.oneof({ depthSize: 'small' }, filterCondition, tie('group')),
  group: fc
    .tuple(fc.boolean(), fc.array(tie('filter'), { minLength: 1, maxLength: 3 }))
    .map(([isAnd, [first, ...rest]]) => {
      if (first === undefined) throw new Error('there is at least one')
      return isAnd ? and(first, ...rest) : or(first, ...rest)
    }),
}))

const sortFields = [...fields.map(({ key }) => key), ...ownSortFields]
const sort = fc.uniqueArray(
  fc.record({ field: fc.constantFrom(...sortFields), descending: fc.boolean() }),
  { maxLength: 3, selector: ({ field }) => field },
) satisfies fc.Arbitrary<SortKey[]>

const few = <T>(one: fc.Arbitrary<T>) => fc.oneof(fc.constant([]), fc.array(one, { maxLength: 2 }))
const selection = fc
  .record({
    from: fc.option(time),
    to: fc.option(time),
    states: few(fc.oneof(state, fc.constant('WORKING'))),
    results: few(result),
    healths: few(fc.constantFrom('failed', 'warning', 'ok', 'unknown')),
    policyUids: few(fc.constantFrom('policy-1', 'POLICY-2', 'none')),
    backupServerUids: few(fc.constantFrom('server-1', 'none')),
    text: fc.oneof(fc.constant(''), text),
    filter: fc.option(filter, { nil: undefined }),
    sort,
  })
  .map(sampleSelection)

const uidsOf = (list: readonly { readonly session: { readonly uid: string } }[]) =>
  list.map((one) => one.session.uid)

async function withIndex(work: (index: SampleIndex) => Promise<void>): Promise<void> {
  const index = openSampleIndex()
  try {
    await work(index)
  } finally {
    await index.close()
  }
}

function countsOf(values: readonly string[]): Record<string, number> {
  const groups = Map.groupBy(values, (value) => value)
  return Object.fromEntries([...groups].map(([value, all]) => [value, all.length]))
}

const positive = (counts: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))

/** A value that was chosen is told of at 0 where it is known, be it by a session that was refused. */
const comparable = (answer: Awaited<ReturnType<IndexReader['sessions']>>) => {
  const { health, state, result, policy, backupServer, distinct } = answer.facets
  const facets = {
    words: [health, state, result].map(positive),
    labels: [policy, backupServer].map((entries) => entries.filter(({ count }) => count > 0)),
    distinct,
  }
  return { ...answer, facets }
}

const byUid = (entries: readonly { readonly uid: string; readonly count: number }[]) =>
  positive(Object.fromEntries(entries.map(({ uid, count }) => [uid, count])))

it('any question is answered as by looking at every session', async () => {
  const questions = fc.array(selection, { minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(sessions, questions, (all, selections) =>
      withIndex(async ({ writer, reader }) => {
        await writer.apply(changesOf(all))
        await reader.refresh()
        for (const asked of selections) {
          const answer = await reader.sessions(sampleQuestion(asked))
          expect(answer.items.map(({ uid }) => uid)).toEqual(uidsOf(matchingOf(all, asked)))
          expect(answer.total).toBe(answer.items.length)
          expect(answer.totalInRange).toBe(all.filter((one) => isInRange(one, asked)).length)
          const { facets } = answer
          const counted = (facet: string, value: (session: Session) => string | null) =>
            countsOf(matchingOf(all, asked, facet).flatMap((one) => value(one.session) ?? []))
          expect(positive(facets.state)).toEqual(counted('state', ({ state }) => state))
          expect(positive(facets.result)).toEqual(counted('result', ({ result }) => result))
          expect(byUid(facets.policy)).toEqual(counted('policy', ({ policyUid }) => policyUid))
          expect(byUid(facets.backupServer)).toEqual(
            counted('backupServer', ({ backupServerUid }) => backupServerUid),
          )
          expect(positive(facets.health)).toEqual(
            countsOf(matchingOf(all, asked, 'health').map(healthOf)),
          )
        }
      }),
    ),
    { numRuns: 40 },
  )
})

it('pages neither repeat nor skip a session while others are added', async () => {
  await fc.assert(
    fc.asyncProperty(
      sessions,
      sessions,
      selection,
      fc.integer({ min: 1, max: 4 }),
      (first, later, asked, limit) =>
        withIndex(async ({ writer, reader }) => {
          await writer.apply(changesOf(first))
          await reader.refresh()
          const additions = later.map(({ session, tasks }) => ({
            session: { ...session, uid: `later-${session.uid}` },
            tasks: tasks.map((one) => ({
              ...one,
              uid: `later-${one.uid}`,
              policySessionUid: `later-${session.uid}`,
            })),
          }))
          const paged: string[] = []
          for (
            let cursor: string | null = null, page = 0;
            page === 0 || cursor !== null;
            page += 1
          ) {
            const answer = await reader.sessions(sampleQuestion({ ...asked, limit, cursor }))
            paged.push(...answer.items.map(({ uid }) => uid))
            cursor = answer.nextCursor
            await writer.apply(changesOf(additions.slice(page * 3, page * 3 + 3)))
            await reader.refresh()
          }
          expect(paged).toEqual(uidsOf(matchingOf(first, asked)))
        }),
    ),
    { numRuns: 25 },
  )
})

/** A session that is told of again started when it did. */
const withOwnStarts = (told: readonly ModelSession[]) =>
  told.map(({ session, tasks }, number) => ({
    session: {
      ...session,
      creationTimeUTC: new Date(day + (number % 7) * 3_600_000).toISOString(),
    },
    tasks,
  }))

/** Each time that something is pruned nearly all of it may be, and then little is left to compare. */
const seldom = <T>(one: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: one })

it('what was taken in bit by bit, or is read on from saved columns, is what is read at once', async () => {
  const steps = fc.array(fc.record({ told: sessions, prunedBefore: seldom(time) }), {
    minLength: 1,
    maxLength: 5,
  })
  await fc.assert(
    fc.asyncProperty(
      steps,
      fc.array(selection, { minLength: 1, maxLength: 5 }),
      fc.nat({ max: 4 }),
      (all, selections, savedAt) =>
        withIndex(async ({ writer, reader, openReader, reopenWriter, dataDir }) => {
          let isSaved = false
          for (const [step, { told, prunedBefore }] of all.entries()) {
            await writer.apply(changesOf(withOwnStarts(told)))
            if (prunedBefore !== null) await writer.prune(prunedBefore, 2)
            await reader.refresh()
            if (step !== savedAt) continue
            await openReader(0).close()
            isSaved = existsSync(columnsFile(dataDir))
          }
          // As at a start: what another run of the writer's has left is of the run before.
          await reopenWriter(currentGrouping)
          const on = openReader()
          expect(existsSync(columnsFile(dataDir))).toBe(isSaved)
          rmSync(columnsFile(dataDir), { force: true })
          const fresh = openReader()
          for (const asked of selections) {
            const question = sampleQuestion({ ...asked, bars: 10 })
            const answer = comparable(await fresh.sessions(question))
            expect(comparable(await reader.sessions(question))).toEqual(answer)
            expect(comparable(await on.sessions(question))).toEqual(answer)
          }
          await fresh.close()
          await on.close()
        }),
    ),
    { numRuns: 25 },
  )
})
