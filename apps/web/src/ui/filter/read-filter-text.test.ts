import { maxFilterLength, print } from '@cdp-watch/em-filter'
import { describe, expect, it } from 'vitest'
import { readFilterText } from './read-filter-text.ts'

const disabled = { '~=': 'Not in Enterprise Manager.' }

describe('readFilterText', () => {
  it.each([
    ['', ''],
    ['  ', ''],
    ['result==failed', 'Result=="Failed"'],
    ['Name=="a~=b"', 'Name=="a~=b"'],
  ])('%j can be asked', (text, canonical) => {
    const read = readFilterText(text, 'CdpReplicaSession', disabled)
    expect(read.ok && print(read.tree)).toBe(canonical)
  })

  it('says of each disabled operator why, at its place', () => {
    const text = 'Name ~= "a~=b"; Result=="Failed", FailureMessage~="x"'
    const read = readFilterText(text, 'CdpReplicaSession', disabled)
    const errors = read.ok ? [] : read.errors
    expect(errors.map(({ message }) => message)).toEqual([disabled['~='], disabled['~=']])
    expect(errors.map(({ start, end }) => [start, end])).toEqual([
      [5, 7],
      [text.lastIndexOf('~='), text.lastIndexOf('~=') + 2],
    ])
  })

  it('takes "contains" where it is not disabled', () => {
    expect(readFilterText('Name~="a"', 'CdpReplicaSession', {}).ok).toBe(true)
  })

  it('gives the errors of the language first', () => {
    const read = readFilterText('Nope=="a"; Name~="x"', 'CdpReplicaSession', disabled)
    expect(read.ok ? [] : read.errors.map(({ code }) => code)).toEqual(['unknown-field'])
  })

  it('refuses what only its quotes make too long to be asked', () => {
    const condition = 'TotalSize==1'
    const count = Math.floor(maxFilterLength / (condition.length + 1))
    const text = Array.from({ length: count }, () => condition).join(',')
    expect(text.length).toBeLessThanOrEqual(maxFilterLength)
    const read = readFilterText(text, 'CdpReplicaTaskSession', {})
    expect(read.ok ? '' : read.errors[0]?.code).toBe('too-long')
  })
})
