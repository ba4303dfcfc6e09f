import { pid } from 'node:process'
import { describe, expect, it } from 'vitest'
import { parseCpuMs, parseRssMb, readCpuMs, readRssMb } from './process-usage.ts'

const rest = 'S 1 2 3 0 -1 4194560 11 0 5 0 250 31 7 7 20 0 11 0 12345 1234567 890'

describe('parseCpuMs', () => {
  it.each([`4711 (node) ${rest}`, `4711 (a (b) c) ${rest}`])('is 2810 of %j', (stat) => {
    expect(parseCpuMs(stat)).toBe(2810)
  })

  it('throws for another text', () => {
    expect(() => parseCpuMs('none')).toThrow('no times')
  })
})

describe('parseRssMb', () => {
  it('reads what is held now, not the most there was', () => {
    expect(parseRssMb('VmHWM:\t 400000 kB\nVmRSS:\t  204800 kB\nRssAnon:\t 100 kB\n')).toBe(200)
  })

  it('throws for another text', () => {
    expect(() => parseRssMb('VmRSS: much')).toThrow('no memory')
  })
})

describe('of this process', () => {
  it('there is time and memory', () => {
    expect(readCpuMs(pid)).toBeGreaterThan(0)
    expect(readRssMb(pid)).toBeGreaterThan(1)
  })
})
