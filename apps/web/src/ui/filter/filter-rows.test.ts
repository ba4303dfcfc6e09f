import { parse, print } from '@cdp-watch/em-filter'
import { describe, expect, it } from 'vitest'
import { addRow } from './filter-rows.ts'

const treeOf = (text: string) => {
  const parsed = parse(text, 'CdpReplicaSession')
  if (!parsed.ok) throw new Error(`${text}: ${parsed.errors[0]?.message}`)
  return parsed.tree
}

describe('addRow', () => {
  it.each([
    ['begins a filter', '', 'Result', '==', ['Failed'], 'Result=="Failed"'],
    [
      'adds what must hold besides',
      'Result=="Failed"',
      'State',
      '==',
      ['Stopped'],
      'Result=="Failed";State=="Stopped"',
    ],
    [
      'several values are any of them',
      '',
      'Result',
      '==',
      ['Failed', 'Warning'],
      'Result=="Failed",Result=="Warning"',
    ],
    [
      'several values are none of them',
      '',
      'State',
      '!=',
      ['Stopped', 'Stopping'],
      'State!="Stopped";State!="Stopping"',
    ],
    [
      '"is" joins "is" of the field',
      'Result=="Failed"',
      'Result',
      '==',
      ['Warning'],
      'Result=="Failed",Result=="Warning"',
    ],
    ['each value once', 'Result=="Failed"', 'Result', '==', ['Failed'], 'Result=="Failed"'],
    [
      '"is not" joins "is not"',
      'State!="Stopped";Name=="x"',
      'State',
      '!=',
      ['Working'],
      'State!="Stopped";State!="Working";Name=="x"',
    ],
    ['"contains" does not join', 'Name~="a"', 'Name', '~=', ['b'], 'Name~="a";Name~="b"'],
    [
      'bounds do not join',
      'CreationTimeUTC>="2026-06-15"',
      'CreationTimeUTC',
      '<',
      ['2026-06-16'],
      'CreationTimeUTC>="2026-06-15";CreationTimeUTC<"2026-06-16"',
    ],
    [
      'what is more than rows stays whole',
      'Name=="a",Result=="Failed"',
      'State',
      '==',
      ['Stopped'],
      '(Name=="a",Result=="Failed");State=="Stopped"',
    ],
  ] as const)('%s', (_, before, field, operator, values, after) => {
    expect(print(addRow(treeOf(before), { field, operator, values }))).toBe(after)
  })

  it('refuses a row without values, which would be a wider result', () => {
    expect(() => addRow(undefined, { field: 'Name', operator: '==', values: [] })).toThrow(
      RangeError,
    )
  })
})
