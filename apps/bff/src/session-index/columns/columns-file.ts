import { closeSync, fstatSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import * as z from 'zod'
import { ColumnSet } from './column-set.ts'

/** Of which state of which database columns are: `run` is that of the writer which made the state. */
export interface ColumnsKey {
  readonly run: number
  readonly dataVersion: number
}

/** Columns as they were at a data version. */
export interface SavedColumns extends ColumnsKey {
  readonly columns: ColumnSet
}

/** To be raised when the columns, or how they are written, change. */
const format = 1
const mark = 'CDPWCOLS'
/** After the mark: the header's length and the checksum of all that follows, 4 bytes each. */
const startBytes = mark.length + 8
const longestHeader = 4096
const headerSchema = z.object({
  format: z.literal(format),
  schema: z.number(),
  run: z.number(),
  dataVersion: z.number(),
  count: z.int().nonnegative(),
  ordered: z.int().nonnegative(),
  prunedBefore: z.number(),
})
type Header = z.infer<typeof headerSchema>

/**
 * The columns, kept beside the database so that a start reads one file instead of hundreds of thousands
 * of rows (docs/decisions/032). It may be missing, cut, damaged or of another database: it is held
 * against what it says of itself, and whatever does not fit is read from the database.
 */
export class ColumnsFile {
  readonly #file: string
  readonly #schema: number

  /** `schema`: version of the database's tables, whose ids and words the columns hold. */
  constructor(file: string, schema: number) {
    this.#file = file
    this.#schema = schema
  }

  /**
   * What was saved, where it is of one of these runs of the writer and not newer than `dataVersion`.
   * Undefined where nothing was, or what is there cannot be used; that is removed, so that no later
   * state of the database can seem to fit.
   */
  read(runs: readonly number[], dataVersion: number): SavedColumns | undefined {
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

  /** Saves columns in the place of what was saved before. Throws where the disk does; what was saved before stays. */
  write(columns: ColumnSet, { run, dataVersion }: ColumnsKey): void {
    const incoming = `${this.#file}.incoming`
    const parts = columns.parts()
    const header: Header = {
      format,
      schema: this.#schema,
      run,
      dataVersion,
      count: columns.count,
      ordered: columns.byStart.length,
      prunedBefore: columns.prunedBefore,
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
  ): SavedColumns | undefined {
    const beginning = readBeginning(descriptor)
    if (!beginning) return undefined
    const { header, words, sum } = beginning
    if (header.schema !== this.#schema) return undefined
    if (!runs.includes(header.run) || header.dataVersion > dataVersion) return undefined
    const columns = new ColumnSet()
    // Looked at before room is made: a damaged header may ask for any amount of it.
    const size = startBytes + words.length + columns.bytesOf(header)
    if (fstatSync(descriptor).size !== size) return undefined
    const parts = columns.makeRoom(header)
    if (!parts.every((part) => readAll(descriptor, part))) return undefined
    if (checksum([words, ...parts]) !== sum) return undefined
    columns.completeFrom(header)
    return { columns, run: header.run, dataVersion: header.dataVersion }
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
