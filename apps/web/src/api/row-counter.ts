const quote = 0x22
const lineFeed = 0x0a
const brace = 0x7b

/** Counts the rows of an export while its bytes come, wherever they are cut. */
export interface RowCounter {
  /** Takes the next bytes; returns how many rows have begun so far. */
  add(bytes: Uint8Array): number
}

/** Of CSV: lines but the head; a line break inside quotes ends none. */
function csvCounter(): RowCounter {
  let isQuoted = false
  let lines = 0
  return {
    add: (bytes) => {
      for (const byte of bytes) {
        if (byte === quote) isQuoted = !isQuoted
        else if (byte === lineFeed && !isQuoted) lines += 1
      }
      return Math.max(0, lines - 1)
    },
  }
}

/** Of JSON with a row to a line: lines that begin with a brace. */
function jsonCounter(): RowCounter {
  let isLineStart = false
  let rows = 0
  return {
    add: (bytes) => {
      for (const byte of bytes) {
        if (isLineStart && byte === brace) rows += 1
        isLineStart = byte === lineFeed
      }
      return rows
    },
  }
}

/** A counter for the rows of an export of this form. */
export function rowCounter(format: 'csv' | 'json'): RowCounter {
  return format === 'csv' ? csvCounter() : jsonCounter()
}
