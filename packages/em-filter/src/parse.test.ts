import { describe, expect, it } from 'vitest'
import {
  and,
  condition,
  type EntityType,
  type FilterTree,
  or,
  parse,
  parseForEm,
  print,
} from './em-filter.ts'

const session = 'CdpReplicaSession'
const task = 'CdpReplicaTaskSession'

const treeOf = (text: string, type: EntityType = session): FilterTree | undefined => {
  const parsed = parse(text, type)
  if (!parsed.ok) throw new Error(parsed.errors.map((error) => error.message).join(' '))
  return parsed.tree
}

const failed = condition('Result', '==', 'Failed')
const warning = condition('Result', '==', 'Warning')
const working = condition('State', '==', 'Working')
const gold = condition('PolicyName', '==', 'Gold')

describe('grammar', () => {
  const cases: readonly [string, string, FilterTree | undefined][] = [
    ['nothing', '', undefined],
    ['only space', ' \t\r\n ', undefined],
    ['one condition', 'Result=="Failed"', failed],
    ['unquoted value', 'Result==Failed', failed],
    ['names and enum values in any case', 'rEsUlT=="fAILED"', failed],
    ['space outside quotes', ' Result  ==\n"Failed"\t', failed],
    ['and', 'Result==Failed;State==Working', and(failed, working)],
    ['or', 'Result==Failed,Result==Warning', or(failed, warning)],
    [
      '; before ,',
      'Result==Failed,Result==Warning;State==Working',
      or(failed, and(warning, working)),
    ],
    [
      '; before , on both sides',
      'Result==Failed;State==Working,PolicyName==Gold',
      or(and(failed, working), gold),
    ],
    [
      'parentheses',
      '(Result==Failed,Result==Warning);State==Working',
      and(or(failed, warning), working),
    ],
    ['needless parentheses', '((Result==Failed))', failed],
    [
      'nested same groups are merged',
      'Result==Failed;(State==Working;(PolicyName==Gold))',
      and(failed, working, gold),
    ],
    ['quote in a value', 'PolicyName=="a ""b"" c"', condition('PolicyName', '==', 'a "b" c')],
    ['value of one quote', 'PolicyName==""""', condition('PolicyName', '==', '"')],
    ['empty value', 'FailureMessage==""', condition('FailureMessage', '==', '')],
    [
      'signs within quotes',
      'PolicyName=="a;b,(c)==~=\\"',
      condition('PolicyName', '==', 'a;b,(c)==~=\\'),
    ],
    ['lines within quotes', 'PolicyName=="a\r\n\tb"', condition('PolicyName', '==', 'a\r\n\tb')],
    ['space within quotes', 'PolicyName=="  a  "', condition('PolicyName', '==', '  a  ')],
    ['contains', 'FailureMessage~="proxy"', condition('FailureMessage', '~=', 'proxy')],
    ['unquoted digits and _', 'PolicyName==_7', condition('PolicyName', '==', '_7')],
    ['unknown enum value', 'State==Idle', condition('State', '==', 'Idle')],
    ['not an unknown enum value', 'State!="WaitingSlot"', condition('State', '!=', 'WaitingSlot')],
  ]
  it.each(cases)('%s', (_, text, tree) => {
    expect(parse(text, session)).toEqual({ ok: true, tree })
  })
})

describe('queries that are known to be asked of EM', () => {
  const cases: readonly [EntityType, string, string][] = [
    [session, 'Result>="Warning"', 'Result>="Warning"'],
    [session, 'CreationTimeUTC>="2026-06-15T06:00:00Z"', 'CreationTimeUTC>="2026-06-15T06:00:00Z"'],
    [session, 'CreationTimeUTC>="2025-06-15"', 'CreationTimeUTC>="2025-06-15"'],
    [session, 'CreationTimeUTC>="2026-06-15T23:17:05"', 'CreationTimeUTC>="2026-06-15T23:17:05Z"'],
    [session, 'State!="Stopped"', 'State!="Stopped"'],
    [
      session,
      'result=="Failed";endtimeutc>"2019-06-30"',
      'Result=="Failed";EndTimeUTC>"2019-06-30"',
    ],
    [
      session,
      'Id=="urn:veeam:CdpReplicaSession:6b872a71-51e8-437a-8d45-5c6494b92f3f"',
      'Id=="urn:veeam:CdpReplicaSession:6b872a71-51e8-437a-8d45-5c6494b92f3f"',
    ],
    [
      task,
      'CreationTimeUTC>="2021-06-15";CreationTimeUTC<="2021-06-16";VmDisplayName=="virt03-ubuntu01"',
      'CreationTimeUTC>="2021-06-15";CreationTimeUTC<="2021-06-16";VmDisplayName=="virt03-ubuntu01"',
    ],
    [
      task,
      'PolicySessionUid=="urn:veeam:CdpReplicaSession:a",PolicySessionUid=="urn:veeam:CdpReplicaSession:b"',
      'PolicySessionUid=="urn:veeam:CdpReplicaSession:a",PolicySessionUid=="urn:veeam:CdpReplicaSession:b"',
    ],
    [task, 'state!=completed', 'State!="Completed"'],
    [
      'CdpPolicy',
      'BackupServerName=="backupsrv29.tech.local"',
      'BackupServerName=="backupsrv29.tech.local"',
    ],
    [
      'CdpPolicy',
      '(scheduleenabled==true;scheduleconfigured==false),(name==backup;scheduleconfigured==True)',
      '(ScheduleEnabled=="true";ScheduleConfigured=="false"),(Name=="backup";ScheduleConfigured=="true")',
    ],
    ['CdpPolicy', 'name=="Exchange Backup"', 'Name=="Exchange Backup"'],
    ['CdpPolicy', 'Name==""Backup""', 'Name=="""Backup"""'],
    ['BackupServer', 'Version=="11.0.0.837"', 'Version=="11.0.0.837"'],
    [
      'BackupServer',
      'port>=9392;IpOrDnsName!="172.16.11.22"',
      'Port>="9392";IpOrDnsName!="172.16.11.22"',
    ],
  ]
  it.each(cases)('%s %s', (type, text, printed) => {
    expect(print(treeOf(text, type))).toBe(printed)
    expect(parseForEm(text, type)).toEqual({ ok: true, tree: treeOf(text, type), text: printed })
  })
})

describe('values', () => {
  const good: readonly [EntityType, string, string][] = [
    [session, 'EndTimeUTC<"2026-06-15T06:00Z"', '2026-06-15T06:00:00Z'],
    [session, 'EndTimeUTC<"2026-06-15t06:00:00z"', '2026-06-15T06:00:00Z'],
    [session, 'EndTimeUTC<"2026-06-15T06:00:00+02:30"', '2026-06-15T03:30:00Z'],
    [session, 'EndTimeUTC<"2026-01-01T00:30:00.5+01:00"', '2025-12-31T23:30:00.5Z'],
    [session, 'EndTimeUTC<"2025-12-31T23:30:59.0000001-05:00"', '2026-01-01T04:30:59.0000001Z'],
    [session, 'EndTimeUTC<"2026-06-16T06:33:10.659559Z"', '2026-06-16T06:33:10.659559Z'],
    [session, 'EndTimeUTC<"2028-02-29"', '2028-02-29'],
    [session, 'EndTimeUTC<"0001-01-01"', '0001-01-01'],
    [task, 'TotalSize>0001024', '1024'],
    [task, 'TotalSize>"+5"', '5'],
    [task, 'TotalSize>"-0"', '0'],
    [task, 'TotalSize<="9223372036854775807"', '9223372036854775807'],
    ['CdpPolicy', 'ScheduleEnabled==TRUE', 'true'],
  ]
  it.each(good)('%s %s', (type, text, value) => {
    expect(treeOf(text, type)).toMatchObject({ value })
  })

  const bad: readonly [EntityType, string][] = [
    ...[
      '',
      'yesterday',
      '2026-02-30',
      '2026-13-01',
      '2026-6-1',
      '2026-06-15 06:00:00',
      '2026-06-15T24:00:00Z',
      '2026-06-15T06:60:00Z',
      '2026-06-15T06:00:61Z',
      '2026-06-15T06:00:00.12345678Z',
      '2026-06-15T06:00:00.Z',
      '2026-06-15Z',
      '0000-01-01',
      '0001-01-01T00:00:00+01:00',
      '2026-06-15T06:00:00Z ',
    ].map((time): [EntityType, string] => [session, `CreationTimeUTC>="${time}"`]),
    [session, 'Result>="Idle"'],
    [session, 'State<Idle'],
    [session, 'Result==""'],
    [task, 'TotalSize>"1.5"'],
    [task, 'TotalSize>"1e3"'],
    [task, 'TotalSize>"0x10"'],
    [task, 'TotalSize>""'],
    [task, 'TotalSize>"9223372036854775808"'],
    ['CdpPolicy', 'ScheduleEnabled==1'],
    ['CdpPolicy', 'ScheduleEnabled=="yes"'],
  ]
  it.each(bad)('refuses %s %s', (type, text) => {
    const parsed = parse(text, type)
    const start = text.search(/(?<=[=<>])[^=<>]/)
    expect(parsed).toMatchObject({
      ok: false,
      errors: [{ code: 'bad-value', start, end: text.length }],
    })
  })
})
