import { closeSync, fstatSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import * as z from 'zod'
import { ColumnSet } from './column-set.ts'
import { FailureGroups } from './failure-groups.ts'
import type { SavedPart } from './saved-part.ts'
import { TaskFailures } from './task-failures.ts'
import { TextSets } from './text-sets.ts'

/** Of which state of which database the memory is: `run` is that of the writer which made the state. */
export interface MemoryKey {
  readonly run: number
  readonly dataVersion: number
}

/** What is saved of the memory: what takes long to read from the database. */
export interface MemoryParts {
  readonly columns: ColumnSet
  readonly textSets: TextSets
  readonly failureGroups: FailureGroups
  readonly taskFailures: TaskFailures
}

/** The memory as it was at a data version. `follow` of its groups must come after it. */
export interface SavedMemory extends MemoryParts, MemoryKey {}

/** To be raised when what is saved, or how it is written, changes. */
const format = 2
const mark = 'CDPWCOLS'
/** After the mark: the header's length and the checksum of all that follows, 4 bytes each. */
const startBytes = mark.length + 8
const longestHeader = 4096
const length = z.int().nonnegative()
const headerSchema = z.object({
  format: z.literal(format),
  schema: z.number(),
  run: z.number(),
  dataVersion: z.number(),
  columns: z.object({ count: length, ordered: length, prunedBefore: z.number() }),
  textSets: z.object({ newest: length, members: length }),
  failureGroups: z.object({ texts: length }),
  taskFailures: z.object({ positions: length, numbers: length, garbage: length }),
})
type Header = z.infer<typeof headerSchema>

/**
 * What the memory holds, kept beside the database so that a start reads one file instead of hundreds
 * of thousands of rows (docs/decisions/032). It may be missing, cut, damaged or of another database: it
 * is held against what it says of itself, and whatever does not fit is read from the database.
 */
export class ColumnsFile {
  readonly #file: string
  readonly #schema: number

  /** `schema`: version of the database's tables, whose ids the memory holds. */
  constructor(file: string, schema: number) {
    this.#file = file
    this.#schema = schema
  }

  /**
   * What was saved, where it is of one of these runs of the writer and not newer than `dataVersion`.
   * Undefined where nothing was, or what is there cannot be used; that is removed, so that no later
   * state of the database can seem to fit.
   */
  read(runs: readonly number[], dataVersion: number): SavedMemory | undefined {
    let descriptor: number
    try {
      descriptor = openSync(this.#file, 'r')
    } catch {
      // Nothing was saved, or nobody may read it: the database has it all.
      return undefined
    }
    try {
      const saved = this.#readFrom(descriptor, runs, dataVersion)
      if (saved === undefined) rmSync(this.#file, { force: true })
      return saved
    } finally {
      closeSync(descriptor)
    }
  }

  /** Saves the memory in the place of what was saved before. Throws where the disk does; what was saved before stays. */
  write(memory: MemoryParts, { run, dataVersion }: MemoryKey): void {
    const { columns, textSets, failureGroups, taskFailures } = memory
    const incoming = `${this.#file}.incoming`
    const parts = [columns, textSets, failureGroups, taskFailures].flatMap((one) => one.parts())
    const header: Header = {
      format,
      schema: this.#schema,
      run,
      dataVersion,
      columns: columns.extent,
      textSets: textSets.extent,
      failureGroups: failureGroups.extent,
      taskFailures: taskFailures.extent,
    }
    const words = Buffer.from(JSON.stringify(header))
    const start = Buffer.alloc(startBytes)
    start.write(mark, 'latin1')
    start.writeUInt32LE(words.length, mark.length)
    start.writeUInt32LE(checksum([words, ...parts]), mark.length + 4)
    try {
      const descriptor = openSync(incoming, 'w', 0o600)
      try {
        for (const part of [start, words, ...parts]) writeAll(descriptor, part)
      } finally {
        closeSync(descriptor)
      }
      renameSync(incoming, this.#file)
    } catch (error) {
      rmSync(incoming, { force: true })
      throw error
    }
  }

  #readFrom(
    descriptor: number,
    runs: readonly number[],
    dataVersion: number,
  ): SavedMemory | undefined {
    const beginning = readBeginning(descriptor)
    if (!beginning) return undefined
    const { header, words, sum } = beginning
    if (header.schema !== this.#schema) return undefined
    if (!runs.includes(header.run) || header.dataVersion > dataVersion) return undefined
    const memory = {
      columns: new ColumnSet(),
      textSets: new TextSets(),
      failureGroups: new FailureGroups(),
      taskFailures: new TaskFailures(),
    }
    const restorations = restorationsOf(memory, header)
    // Looked at before room is made: a damaged header may ask for any amount of it.
    const size = restorations.reduce((bytes, one) => bytes + one.size, startBytes + words.length)
    if (fstatSync(descriptor).size !== size) return undefined
    const parts = restorations.flatMap((one) => one.makeRoom())
    if (!parts.every((part) => readAll(descriptor, part))) return undefined
    if (checksum([words, ...parts]) !== sum) return undefined
    for (const one of restorations) one.complete()
    return { ...memory, run: header.run, dataVersion: header.dataVersion }
  }
}

/** In the order in which they are written. */
function restorationsOf(
  { columns, textSets, failureGroups, taskFailures }: MemoryParts,
  header: Header,
) {
  return [
    restoration(columns, header.columns),
    restoration(textSets, header.textSets),
    restoration(failureGroups, header.failureGroups),
    restoration(taskFailures, header.taskFailures),
  ]
}

function restoration<Extent>(part: SavedPart<Extent>, extent: Extent) {
  return {
    size: part.sizeOf(extent),
    makeRoom: () => part.makeRoom(extent),
    complete: () => part.completeFrom(extent),
  }
}

function checksum(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => crc32(part, sum), 0)
}

interface Beginning {
  readonly header: Header
  /** The header as it is written. */
  readonly words: Uint8Array
  /** The checksum that is told. */
  readonly sum: number
}

/** Undefined where the file does not begin as ours do. */
function readBeginning(descriptor: number): Beginning | undefined {
  const start = Buffer.alloc(startBytes)
  if (!readAll(descriptor, start) || start.toString('latin1', 0, mark.length) !== mark) {
    return undefined
  }
  const words = Buffer.alloc(Math.min(start.readUInt32LE(mark.length), longestHeader))
  if (!readAll(descriptor, words)) return undefined
  const header = headerOf(words.toString())
  return header && { header, words, sum: start.readUInt32LE(mark.length + 4) }
}

function headerOf(words: string): Header | undefined {
  try {
    return headerSchema.safeParse(JSON.parse(words)).data
  } catch {
    return undefined
  }
}

/** Fills a part from where the file is read; false where the file ends before. */
function readAll(descriptor: number, part: Uint8Array): boolean {
  for (let at = 0; at < part.length; ) {
    const count = readSync(descriptor, part, at, part.length - at, null)
    if (count === 0) return false
    at += count
  }
  return true
}

function writeAll(descriptor: number, part: Uint8Array): void {
  for (let at = 0; at < part.length; ) at += writeSync(descriptor, part, at, part.length - at)
}
