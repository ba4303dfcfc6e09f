import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { type ColumnRow, ColumnSet } from './column-set.ts'
import { ColumnsFile, type MemoryParts } from './columns-file.ts'
import { FailureGroups } from './failure-groups.ts'
import { TaskFailures } from './task-failures.ts'
import { TextSets } from './text-sets.ts'

const schema = 7
const key = { run: 11, dataVersion: 40 }
let folder = ''
let file = ''

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cdp-watch-columns-'))
  file = path.join(folder, 'columns')
  onTestFinished(() => rmSync(folder, { recursive: true }))
})

/** Each value of a row is another one, so that none can stand in the place of another. */
function row(seq: number, created: number): ColumnRow {
  return {
    seq,
    created,
    ended: seq % 2 === 0 ? Number.NaN : created + 0.5,
    health: seq % 5,
    state: 300 + seq,
    result: 400 + seq,
    policy: 70_000 + (seq % 3),
    server: 80_000 + (seq % 2),
    isActive: seq % 2,
    isGone: (seq >> 1) % 2,
    isRetry: (seq >> 2) % 2,
    message: 90_000 + seq,
    failureSet: 100_000 + seq,
    failureSource: seq % 3,
    failureCount: 500 + seq,
    vmSet: 110_000 + seq,
    vmsTotal: seq % 4 === 0 ? -1 : seq,
    vmsFailed: 120_000 + seq,
    vmsWarning: 130_000 + seq,
    version: 2 ** 40 + seq,
  }
}

function columnsOf(rows: readonly ColumnRow[], prunedBefore = 0): ColumnSet {
  const columns = new ColumnSet()
  for (const one of rows) columns.put(one)
  columns.settle(prunedBefore)
  return columns
}

const rows = [row(2, 20), row(4, 10), row(6, 30), row(9, 5), row(11, 25)]
const later = [row(4, 12), row(13, 1), row(15, 22)]

/** All that is asked of columns, whatever room they have beyond their rows. */
function contentOf(columns: ColumnSet): unknown[] {
  const { combinations } = columns
  return Array.from({ length: columns.count }, (_, position) => [
    ...Object.entries(columns).flatMap(([name, values]) =>
      ArrayBuffer.isView(values) && name !== 'byStart'
        ? [[name, (values as unknown as ArrayLike<number>)[position]]]
        : [],
    ),
    columns.counts(position),
    combinations.policy[columns.combination[position] ?? -1],
    combinations.health[columns.combination[position] ?? -1],
  ]).concat([Array.from(columns.byStart), [columns.isOutdated()]])
}

interface Dictionaries extends Omit<MemoryParts, 'columns'> {}

function emptyDictionaries(): Dictionaries {
  return {
    textSets: new TextSets(),
    failureGroups: new FailureGroups(),
    taskFailures: new TaskFailures(),
  }
}

const newestText = 9

/** Names are not saved. */
function nameGroups(failureGroups: FailureGroups): void {
  failureGroups.add(5, 'five')
  failureGroups.add(6, 'six')
}

function fill({ textSets, failureGroups, taskFailures }: Dictionaries): Dictionaries {
  textSets.add(1, '3,4')
  textSets.add(3, '9')
  nameGroups(failureGroups)
  for (const text of [3, 4, newestText]) failureGroups.assign(text, text === 4 ? 6 : 5)
  failureGroups.follow(textSets, newestText)
  taskFailures.put(1, '3,4,2,1')
  taskFailures.put(1, '3,4,2,2,9,4,1,7')
  return { textSets, failureGroups, taskFailures }
}

/** What comes after `fill`. */
function fillOn({ textSets, failureGroups, taskFailures }: Dictionaries): void {
  textSets.add(4, '4,9')
  failureGroups.assign(newestText, 6)
  failureGroups.follow(textSets, newestText + 1)
  taskFailures.put(3, '9,3,1,1')
}

function toldBy({ textSets, failureGroups, taskFailures }: Dictionaries): unknown[] {
  const failures: number[][] = []
  for (let position = 0; position < 5; position += 1) {
    taskFailures.each(position, (...failure) => failures.push([position, ...failure]))
  }
  const sets = Array.from({ length: 6 }, (_, set) => [
    textSets.members(set),
    failureGroups.ofSet(set),
  ])
  const groups = Array.from({ length: newestText + 2 }, (_, text) => failureGroups.ofText(text))
  return [
    textSets.newest,
    sets,
    groups,
    [5, 6].map((group) => failureGroups.isUsed(group)),
    failures,
  ]
}

function write(columns: ColumnSet, { run, dataVersion } = key): void {
  new ColumnsFile(file, schema).write(
    { columns, ...fill(emptyDictionaries()) },
    { run, dataVersion },
  )
}

const written = () => write(columnsOf(rows, 8))
const read = (runs = [key.run], dataVersion = key.dataVersion, tables = schema) =>
  new ColumnsFile(file, tables).read(runs, dataVersion)

describe('saved columns', () => {
  it('are read as they were, and go on as they would have', () => {
    written()
    const saved = read([3, key.run], key.dataVersion + 5)
    const kept = columnsOf(rows, 8)
    expect(saved?.dataVersion).toBe(key.dataVersion)
    expect(saved && contentOf(saved.columns)).toEqual(contentOf(kept))
    for (const columns of [saved?.columns, kept]) {
      for (const one of later) columns?.put(one)
      columns?.settle(11)
    }
    expect(saved && contentOf(saved.columns)).toEqual(contentOf(kept))
    expect(Array.from(kept.byStart, (position) => kept.seq[position])).toEqual([4, 2, 15, 11, 6])
  })

  it('have what they refer to with them, which goes on as it would have', () => {
    written()
    const saved = read()
    const kept = fill(emptyDictionaries())
    if (saved) nameGroups(saved.failureGroups)
    saved?.failureGroups.follow(saved.textSets, newestText)
    expect(saved && toldBy(saved)).toEqual(toldBy(kept))
    expect(saved?.taskFailures.extent).toEqual(kept.taskFailures.extent)
    for (const one of [saved, kept]) if (one) fillOn(one)
    expect(saved && toldBy(saved)).toEqual(toldBy(kept))
  })

  it('may be empty', () => {
    new ColumnsFile(file, schema).write({ columns: columnsOf([]), ...emptyDictionaries() }, key)
    const saved = read()
    expect(saved?.columns.count).toBe(0)
    expect(saved && toldBy(saved)).toEqual(toldBy(emptyDictionaries()))
  })

  it('take the place of those before, and leave nothing beside them', () => {
    written()
    write(columnsOf(later), { run: 12, dataVersion: 50 })
    expect(read([12], 50)?.columns.count).toBe(later.length)
    expect(readdirSync(folder)).toEqual(['columns'])
  })

  it('leave nothing behind where they cannot be written', () => {
    mkdirSync(file)
    expect(written).toThrow(/EISDIR|ENOTEMPTY|EEXIST/)
    expect(readdirSync(folder)).toEqual(['columns'])
  })

  it.for<[string, Parameters<typeof read>]>([
    ['of another run', [[12, 13]]],
    ['newer than the database', [[key.run], key.dataVersion - 1]],
    ['of other tables', [[key.run], key.dataVersion, schema + 1]],
  ])('that are %s are refused and removed', ([, question]) => {
    written()
    expect(read(...question)).toBeUndefined()
    expect(existsSync(file)).toBe(false)
    expect(read()).toBeUndefined()
  })

  it('that are cut anywhere are refused', () => {
    written()
    const whole = readFileSync(file)
    for (let length = 0; length < whole.length; length += 1) {
      writeFileSync(file, whole.subarray(0, length))
      expect(read(), `cut after ${length} bytes`).toBeUndefined()
    }
  })

  it.for([0x01, 0x55, 0x80])('in which any byte has changed by %i are refused', (change) => {
    written()
    const whole = readFileSync(file)
    for (let at = 0; at < whole.length; at += 1) {
      const damaged = Buffer.from(whole)
      damaged[at] = (damaged[at] ?? 0) ^ change
      writeFileSync(file, damaged)
      expect(read(), `byte ${at}`).toBeUndefined()
    }
  })

  it('that claim to be endless are refused before room is made for them', () => {
    const endless = columnsOf(rows)
    endless.count = Number.MAX_SAFE_INTEGER
    write(endless)
    expect(read()).toBeUndefined()
  })
})
