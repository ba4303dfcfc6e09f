import { describe, expect, it } from 'vitest'
import { complete, type EntityType, fieldsOf } from './em-filter.ts'

/** Completes at the `|` of the text. */
const at = (marked: string, type: EntityType = 'CdpReplicaSession') => {
  const cursor = marked.indexOf('|')
  return complete(marked.replace('|', ''), cursor, type)
}
const labels = (marked: string, type?: EntityType) =>
  at(marked, type).options.map(({ label }) => label)
const sessionFields = fieldsOf('CdpReplicaSession').map(({ name }) => name)
const all = ['==', '!=', '>', '<', '>=', '<=']

describe('options', () => {
  const cases: readonly [string, readonly string[]][] = [
    ['|', [...sessionFields, '(']],
    ['  |', [...sessionFields, '(']],
    ['Result==Failed;|', [...sessionFields, '(']],
    ['(|', [...sessionFields, '(']],
    ['Res|', ['Result']],
    ['res|ult', ['Result']],
    ['policy|', ['PolicyUid', 'PolicyName']],
    ['started|', ['CreationTimeUTC']],
    ['time|', ['CreationTimeUTC', 'EndTimeUTC']],
    ['server|', ['BackupServerUid', 'BackupServerName']],
    ['nosuch|', []],
    ['Result|', all],
    ['result |', all],
    ['FailureMessage|', [...all, '~=']],
    ['Id |', ['==', '!=']],
    ['Result|=="Failed"', []],
    ['Result>|', ['>', '>=']],
    ['Result=|', ['==', '!=', '>=', '<=']],
    ['Started at|', []],
    ['CreationTimeUTC at|', ['>=', '<=', '==', '!=']],
    ['PolicyName contains|', ['~=']],
    ['Result==|', ['None', 'Success', 'Warning', 'Failed']],
    ['Result >= |', ['None', 'Success', 'Warning', 'Failed']],
    ['Result=="|', ['None', 'Success', 'Warning', 'Failed']],
    ['Result==f|', ['Failed']],
    ['Result=="War|', ['Warning']],
    ['Result=="War|;State=="Stopped"', ['Warning']],
    ['Result==|"Failed"', []],
    ['State==st|', ['Starting', 'Stopping', 'Stopped']],
    ['PolicyName==|', []],
    ['Result=="Failed"|', [';', ',']],
    ['Result==Failed|', [';', ',']],
    ['Result==Failed |', [';', ',']],
    ['(Result==Failed|', [';', ',', ')']],
    ['(Result==Failed|)', [';', ',', ')']],
    ['Result==Failed|;State==Working', []],
    ['Result==Failed and|', [';']],
    ['Result==Failed o|', [',']],
    ['Result=="Failed|', ['Failed']],
    ['Nosuch |', []],
  ]
  it.each(cases)('%j', (marked, expected) => {
    expect(labels(marked)).toEqual(expected)
  })

  it('are those of the type', () => {
    expect(labels('|', 'BackupServer')).toEqual([
      ...['UID', 'Name', 'Description', 'IpOrDnsName', 'Port', 'Version'],
      '(',
    ])
    expect(labels('ScheduleEnabled==|', 'CdpPolicy')).toEqual(['true', 'false'])
    expect(labels('State==|', 'CdpReplicaTaskSession')).toEqual([
      'InProgress',
      'Pending',
      'Completed',
    ])
    expect(labels('Result|', 'CdpReplicaTaskSession')).toEqual([])
  })

  it('say what they are to a person', () => {
    expect(at('crea|').options).toEqual([
      { label: 'CreationTimeUTC', insert: 'CreationTimeUTC', detail: 'Started', kind: 'field' },
    ])
    expect(at('CreationTimeUTC>=|').options).toEqual([])
    expect(at('CreationTimeUTC >|').options).toEqual([
      { label: '>', insert: '>', detail: 'after', kind: 'operator' },
      { label: '>=', insert: '>=', detail: 'at or after', kind: 'operator' },
    ])
    expect(at('Result=="F|').options).toEqual([
      { label: 'Failed', insert: '"Failed"', detail: 'Result', kind: 'value' },
    ])
    expect(at('Result==Failed|').options).toContainEqual({
      label: ';',
      insert: ';',
      detail: 'and',
      kind: 'connective',
    })
  })
})

describe('the text after taking the first option', () => {
  const cases: readonly [string, string][] = [
    ['Res|', 'Result'],
    ['State==Working; res|', 'State==Working; Result'],
    ['res|lut==Failed', 'Result==Failed'],
    ['Result|', 'Result=='],
    ['Result =|', 'Result =='],
    ['Result==|', 'Result=="None"'],
    ['Result==f|', 'Result=="Failed"'],
    ['Result==f|ai', 'Result=="Failed"'],
    ['Result=="f|"', 'Result=="Failed"'],
    ['Result=="f|ail";State==Working', 'Result=="Failed";State==Working'],
    ['Result=="Failed|', 'Result=="Failed"'],
    ['Result=="War|;State=="Stopped"', 'Result=="Warning";State=="Stopped"'],
    ['Result=="|;State=="Stopped"', 'Result=="None";State=="Stopped"'],
    ['Result==Failed|', 'Result==Failed;'],
    ['Result==Failed or|', 'Result==Failed ,'],
    ['(Result==Failed|)', '(Result==Failed;)'],
  ]
  it.each(cases)('%j is %j', (marked, expected) => {
    const text = marked.replace('|', '')
    const { from, to, options } = at(marked)
    expect(text.slice(0, from) + (options[0]?.insert ?? '') + text.slice(to)).toBe(expected)
  })
})

it('takes a cursor outside the text as its nearest end', () => {
  expect(complete('Res', 99, 'CdpReplicaSession')).toMatchObject({ from: 0, to: 3 })
  expect(complete('Res', -1, 'CdpReplicaSession')).toMatchObject({ from: 0, to: 0 })
})
