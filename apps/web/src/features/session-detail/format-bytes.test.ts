import { describe, expect, it } from 'vitest'
import { formatBytes } from './format-bytes.ts'

const gibibyte = 1024 ** 3

describe('formatBytes', () => {
  it.each([
    [null, '—'],
    [0, '0 B'],
    [512, '512 B'],
    [1023, '1023 B'],
    [1024, '1 KiB'],
    [1536, '1.5 KiB'],
    [16 * gibibyte, '16 GiB'],
    [41.24 * gibibyte, '41.2 GiB'],
    [120.4 * gibibyte, '120 GiB'],
    [1023.96 * 1024 ** 2, '1 GiB'],
    [3 * 1024 ** 4, '3 TiB'],
    [2 * 1024 ** 7, '2048 EiB'],
  ])('%d bytes are %s', (bytes, words) => expect(formatBytes(bytes)).toBe(words))
})
