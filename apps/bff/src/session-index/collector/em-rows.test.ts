import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { silence } from '../../../test/collector-by-hand.ts'
import { ModelEm } from '../../../test/model-em.ts'
import { byUid, samplePolicy, sampleSession } from '../../../test/sample-rows.ts'
import { AppError } from '../../errors.ts'
import { EmRows } from './em-rows.ts'
import { PageSize } from './page-size.ts'

const noon = Date.UTC(2026, 5, 15, 12)
const { signal } = new AbortController()

/** Sessions that started so many ms after noon. */
const sessionsAt = (starts: readonly number[]) =>
  starts.map((ms, n) =>
    sampleSession({ uid: `s${n}`, creationTimeUTC: new Date(noon + ms).toISOString() }),
  )

const create = (size: number, starts: readonly number[] = []) => {
  const em = new ModelEm()
  em.rows.sessions = byUid(sessionsAt(starts))
  const warned: string[] = []
  const log = { ...silence, warn: (_details: object, message: string) => warned.push(message) }
  const rows = new EmRows({ ask: em.ask, log, pageSize: new PageSize(size, () => 0) })
  return { em, rows, warned }
}
const uidsOf = (rows: { items: readonly { uid: string }[] }) => rows.items.map(({ uid }) => uid)

describe('sessions', () => {
  it.each([
    ['none', 3, [], 1],
    ['less than a page', 3, [0, 1], 1],
    ['exactly a page', 3, [0, 1000, 2000], 1],
    ['several pages', 3, [0, 1000, 2000, 3000, 4000, 5000, 6000], 3],
    ['more in one second than a page holds', 3, [5, 1, 4, 2, 9, 7, 8, 3, 6], 4],
    ['more in one second, in the middle', 2, [0, 1000, 1001, 1002, 1003, 1004, 2000, 3000], 5],
  ])('%s are all read, each once', async (_name, size, starts, requests) => {
    const { em, rows } = create(size, starts)
    const read = await rows.started('CdpReplicaSession', undefined, signal)
    expect(uidsOf(read).toSorted()).toEqual([...em.rows.sessions.keys()].toSorted())
    expect(em.asked).toHaveLength(requests)
  })

  it('are all read whatever their starts, the page size, and how many EM takes', async () => {
    const starts = fc.array(fc.nat(5000), { maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(starts, fc.integer({ min: 1, max: 9 }), async (given, size) => {
        const { rows } = create(size, given)
        const read = await rows.started('CdpReplicaSession', undefined, signal)
        expect(uidsOf(read).toSorted()).toEqual(given.map((_, n) => `s${n}`).toSorted())
      }),
    )
  })

  it('are all read though others come and go between the pages', async () => {
    const { em, rows } = create(
      3,
      Array.from({ length: 30 }, (_, n) => n * 700),
    )
    em.beforeAnswer = (request) => {
      em.rows.sessions.delete(`s${request}`)
      const early = new Date(noon - request).toISOString()
      em.rows.sessions.set(
        `new${request}`,
        sampleSession({ uid: `new${request}`, creationTimeUTC: early }),
      )
    }
    const read = new Set(uidsOf(await rows.started('CdpReplicaSession', undefined, signal)))
    const missed = [...em.rows.sessions.keys()].filter(
      (uid) => uid.startsWith('s') && !read.has(uid),
    )
    expect(missed).toEqual([])
  })

  it('that change while they are read are as they were read last', async () => {
    const { em, rows } = create(2, [0, 1, 1000, 2000])
    em.beforeAnswer = (request) => {
      if (request === 2)
        em.rows.sessions.set(
          's1',
          sampleSession({
            ...sessionsAt([0, 1])[1],
            uid: 's1',
            creationTimeUTC: new Date(noon + 1500).toISOString(),
            state: 'Stopped',
          }),
        )
    }
    const { items } = await rows.started('CdpReplicaSession', undefined, signal)
    expect(items.find(({ uid }) => uid === 's1')?.state).toBe('Stopped')
    expect(items).toHaveLength(4)
  })

  it('that cannot be read are left out, counted as rows, and told', async () => {
    const row = (UID: string, time: string | null) => ({ UID, Name: UID, CreationTimeUTC: time })
    const pages = [
      [row('a', '2026-06-15T12:00:00Z'), row('bad', null)],
      [row('c', '2026-06-15T12:00:01Z')],
    ]
    const ask = async () => JSON.stringify({ Entities: { CdpReplicaSessions: pages.shift() } })
    const warned: object[] = []
    const log = { ...silence, warn: (details: object) => warned.push(details) }
    const rows = new EmRows({ ask, log, pageSize: new PageSize(2, () => 0) })
    const read = await rows.started('CdpReplicaSession', undefined, signal)
    expect(uidsOf(read)).toEqual(['a', 'c'])
    expect(read.leftOut).toEqual(new Set(['bad']))
    expect(warned).toEqual([{ type: 'CdpReplicaSession', rows: 1, uid: 'bad' }])
  })

  it('are read on where EM takes less and less in the middle of a second', async () => {
    const { em, rows } = create(
      400,
      Array.from({ length: 900 }, () => 5),
    )
    let largest = 1000
    em.beforeAnswer = (request) => {
      if (request === 2) largest = 150
      const size = Number(new URLSearchParams(em.asked.at(-1)).get('pageSize'))
      if (size > largest) throw new AppError('em-refused-query', 'too large')
    }
    expect((await rows.started('CdpReplicaSession', undefined, signal)).items).toHaveLength(900)
  })

  it('are read to the end where EM gives smaller pages than asked for', async () => {
    const { em, rows } = create(
      500,
      Array.from({ length: 25 }, (_, n) => (n < 20 ? 5 : n * 1000)),
    )
    const ask = (path: string) => em.ask(path.replace(/pageSize=\d+/, 'pageSize=7'), signal)
    const capped = new EmRows({ ask, log: silence, pageSize: new PageSize(500, () => 0) })
    expect(uidsOf(await capped.started('CdpReplicaSession', undefined, signal))).toHaveLength(25)
    expect(uidsOf(await rows.started('CdpReplicaSession', undefined, signal))).toHaveLength(25)
  })

  it('of an EM that takes no notice of page numbers are given up', async () => {
    const { em } = create(2, [1, 2, 3, 4, 5])
    const ask = (path: string) => em.ask(path.replace(/page=\d+$/, 'page=1'), signal)
    const rows = new EmRows({ ask, log: silence, pageSize: new PageSize(2, () => 0) })
    const read = rows.started('CdpReplicaSession', undefined, signal)
    await expect(read).rejects.toMatchObject({ code: 'em-bad-answer' })
  })

  it.each(['html', 'truncated', 'unreachable'] as const)(
    'fail as a whole where a page is %s',
    async (fault) => {
      const { em, rows } = create(2, [0, 1000, 2000, 3000, 4000])
      em.beforeAnswer = (request) => {
        if (request === 2) em.faults = [fault]
      }
      await expect(rows.started('CdpReplicaSession', undefined, signal)).rejects.toBeInstanceOf(
        AppError,
      )
      expect(em.asked).toHaveLength(2)
    },
  )
})

describe('rows by UID', () => {
  it('are asked for in batches', async () => {
    const { em, rows } = create(
      500,
      Array.from({ length: 100 }, (_, n) => n),
    )
    const uids = [...em.rows.sessions.keys(), 'unknown']
    const read = await rows.byUids('CdpReplicaSession', { field: 'Id', uids, most: 60 }, signal)
    expect(read.items).toHaveLength(100)
    expect(em.asked).toHaveLength(2)
  })

  it('are nothing, and nothing is asked, where there are none', async () => {
    const { em, rows } = create(500, [1])
    const by = { field: 'Id', uids: [], most: 60 } as const
    expect((await rows.byUids('CdpReplicaSession', by, signal)).items).toEqual([])
    expect(em.asked).toEqual([])
  })
})

describe('policies', () => {
  it('are read page after page', async () => {
    const { em, rows } = create(3)
    em.rows.policies = byUid(Array.from({ length: 8 }, (_, n) => samplePolicy(`p${n}`)))
    expect(uidsOf(await rows.all('CdpPolicy', signal))).toHaveLength(8)
    expect(em.asked).toHaveLength(3)
  })
})
