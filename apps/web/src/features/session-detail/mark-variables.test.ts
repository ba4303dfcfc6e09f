import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markVariables } from './mark-variables.ts'
import { nameSetOf } from './name-set.ts'

const names = nameSetOf(['sql-07', 'sql-0', 'Gold DB tier', 'vbr-02.lab', 'дб-1', null, '', 'x'])
const variablesOf = (text: string) =>
  markVariables(text, names)
    .filter((part) => part.variable)
    .map((part) => part.text)

describe('markVariables', () => {
  it.each<[string, string, string[]]>([
    ['nothing', 'Connection was lost, task will be cancelled.', []],
    ['a VM', 'Processing sql-07 Error: it is lost', ['sql-07']],
    ['a VM in any case', 'Processing SQL-07 Error', ['SQL-07']],
    ['a name with spaces', 'Policy Gold DB tier failed', ['Gold DB tier']],
    ['the longest of two names', 'sql-07, sql-0', ['sql-07', 'sql-0']],
    ['no part of a word', 'sql-078 mysql-07 sql-07-copy', []],
    ['a name that is not Latin', 'Processing дб-1 Error', ['дб-1']],
    ['a known server at the end', 'lost connection to vbr-02.lab.', ['vbr-02.lab']],
    ['a host', 'to CDP proxy prx-07.lab.', ['prx-07.lab']],
    ['a long host', '(esx-11.dc2.example.com)', ['esx-11.dc2.example.com']],
    ['a host in capitals', 'proxy PRX-07.LAB', ['PRX-07.LAB']],
    ['no names of code', 'at System.Net.Sockets.SocketException', []],
    ['no end of a sentence', 'See the log for details.The task ends', []],
    ['an address', 'connect to 10.0.4.17 failed', ['10.0.4.17']],
    ['an address with its port', '10.0.4.17:6160: refused', ['10.0.4.17:6160']],
    ['a build', 'build 10.0.4.17.5', ['10.0.4.17.5']],
    [
      'a GUID',
      'id 6f9619ff-8b86-d011-b42d-00cf4fc964ff.',
      ['6f9619ff-8b86-d011-b42d-00cf4fc964ff'],
    ],
    [
      'the GUID of a URN',
      'urn:veeam:Vm:6F9619FF-8B86-D011-B42D-00CF4FC964FF',
      ['6F9619FF-8B86-D011-B42D-00CF4FC964FF'],
    ],
    ['durations', '41 sec (RPO 15 sec)', ['41 sec', '15 sec']],
    ['a duration in two units', 'late by 53 min 15 sec, 2 sec', ['53 min 15 sec', '2 sec']],
    ['sizes', '41.2 GB needed, 512MiB free, 3 % left', ['41.2 GB', '512MiB', '3 %']],
    ['bare numbers', 'limit of 20 instances by 10', ['20', '10']],
    ['a version', 'of version 13.0.1.1175 is', ['13.0.1.1175']],
    ['no error codes', 'Error code: 0x800401fd, error 1722, exit code 3', []],
    ['a datastore', 'on [ds-12] sql/sql.vmx', ['[ds-12]', 'sql.vmx']],
    [
      'quoted names without the quotes',
      'proxy "prx-07" and \'vibUrl\' «кластер» „Knoten 3“',
      ['prx-07', 'vibUrl', 'кластер', 'Knoten 3'],
    ],
    ['no apostrophes', "the machine's log and the hosts' disks", []],
    ['a time', 'since 2026-11-22 01:00:08 it', ['2026-11-22 01:00:08']],
    ['a time of a server in the US', 'at 11/22/2026 1:00:08 AM.', ['11/22/2026 1:00:08 AM']],
    ['markup as text', '<img src="x.png" onerror=alert(1)>', ['x.png', '1']],
  ])('%s', (_, text, variables) => expect(variablesOf(text)).toEqual(variables))

  const pieces = ['sql-07', '"', "'", '[', ']', '.', '-', ' ', '10.0.0.1', '5 s', '\n', '😀', 'é']

  it('gives parts that joined are the text, and none of them empty', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(anyText, fc.array(fc.string({ maxLength: 8 })), (text, ofSession) => {
        const parts = markVariables(text, nameSetOf(ofSession))
        expect(parts.map((part) => part.text).join('')).toBe(text)
        expect(parts.every((part) => part.text.length > 0)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  // Each would take minutes if an attempt's cost grew with the length of the text.
  it.each(['a.', 'a-', '1.', '1,', '1:', '"', "'", '[', '[a', '"a ', 'aA', '0-', 'sql-0', '{a'])(
    'is through half a million characters of %s',
    (piece) => {
      const text = piece.repeat(500_000 / piece.length)
      const parts = markVariables(text, names)
      expect(parts.reduce((sum, part) => sum + part.text.length, 0)).toBe(text.length)
    },
  )
})
