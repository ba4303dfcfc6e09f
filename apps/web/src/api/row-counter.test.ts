import { describe, expect, it } from 'vitest'
import { rowCounter } from './row-counter.ts'

const csv = 'health,text\r\nfailed,"two\r\nlines, ""quoted"""\r\nok,\r\n'
const json = '[\n{"text":"a\\n{"},\n{"text":"b"}\n]\n'

describe('rowCounter', () => {
  it.each([
    ['csv', csv, 2],
    ['csv', 'health\r\n', 0],
    ['csv', '', 0],
    ['json', json, 2],
    ['json', '[]\n', 0],
  ] as const)('of %s %j counts %i, wherever it is cut', (format, text, rows) => {
    const bytes = new TextEncoder().encode(text)
    for (const size of [1, 3, 7, 1000]) {
      const counter = rowCounter(format)
      let counted = counter.add(new Uint8Array())
      for (let at = 0; at < bytes.length; at += size) {
        counted = counter.add(bytes.subarray(at, at + size))
      }
      expect(counted).toBe(rows)
    }
  })
})
