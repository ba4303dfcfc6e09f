import { describe, expect, it } from 'vitest'
import { corpus } from './corpus/corpus.ts'
import { templateOf } from './template.ts'

const names = {
  vms: ['sql-07'],
  policies: ['Gold'],
  backupServers: ['vbr-02.lab'],
  sessions: [],
  proxies: ['prx-07'],
}
const noNames = { vms: [], policies: [], backupServers: [], sessions: [], proxies: [] }
const quiesced =
  "An error occurred while quiescing the virtual machine. See the virtual machine's event log for details."

function textOf(text: string): string {
  return templateOf(text, names).text
}

describe('the text of a template', () => {
  it.each<[string, string, string]>([
    ['nothing', '', ''],
    ['blanks and lines', '  The disk\r\n\tis   full ', 'The disk is full'],
    ['lines that repeat', 'Bad:\nblock 1 lost\nblock 2 lost\nend', 'Bad: block ‹number› lost end'],
    ['marks at the ends', '- The disk is full...', 'The disk is full'],
    [
      'placeholders',
      'VM "sql-07" (10.0.0.1) is late by 5 s',
      'VM "‹VM›" (‹address›) is late by ‹duration›',
    ],
    ['the prefix', 'Processing sql-07 Error: The disk is full', 'The disk is full'],
    [
      'a prefix of a warning',
      'Processing "other one" Warning: The disk is full',
      'The disk is full',
    ],
    ['a prefix and nothing else', 'Processing sql-07 Error:', 'Processing ‹VM› Error'],
    [
      'the innermost cause',
      `Processing sql-07 Error: ${quiesced} (An error occurred while saving the snapshot: Failed to quiesce the virtual machine., An error occurred while taking a snapshot: Failed to quiesce the virtual machine.)`,
      'Failed to quiesce the virtual machine',
    ],
    [
      'the innermost of several levels',
      `${quiesced} (While saving the snapshot on sql-07. (While writing the disk: The volume of the journal is full.))`,
      'The volume of the journal is full',
    ],
    [
      'several distinct causes',
      `${quiesced} (The volume is full today., The snapshot is too old., The volume is full today.)`,
      'The volume is full today, The snapshot is too old',
    ],
    [
      'a general reason with what is around',
      'Failed to reach proxy prx-07 (The remote host closed the connection.)',
      'Failed to reach proxy ‹proxy› (The remote host closed the connection)',
    ],
    [
      'an error code with what is around',
      'Failed to open the disk (The operation failed with error code 5)',
      'Failed to open the disk (The operation failed with error code 5)',
    ],
    [
      'another language with what is around',
      'Sicherung fehlgeschlagen. (Der Datenträger ist voll.)',
      'Sicherung fehlgeschlagen (Der Datenträger ist voll)',
    ],
    ['details in parentheses', 'The filter is old (VM: sql-07)', 'The filter is old (VM: ‹VM›)'],
    [
      'a remark in parentheses',
      'The filter is old (as it was the last time)',
      'The filter is old (as it was the last time)',
    ],
    [
      'parentheses that do not fit',
      'The filter is old) (The disk of it is full',
      'The filter is old) (The disk of it is full',
    ],
  ])('%s', (_, text, expected) => expect(textOf(text)).toBe(expected))

  it('can be read as a text of the same group', () => {
    const again = corpus.filter(({ text, names: ofRow }) => {
      const template = templateOf(text, ofRow)
      return templateOf(template.text, noNames).key !== template.key
    })
    expect(again.map(({ text }) => text)).toEqual([])
  })
})

describe('variables', () => {
  it('are those of the whole text', () => {
    const text =
      'Processing sql-07 Error: A snapshot on 10.0.0.1 failed. (The disk [ds-1] a/b.vmdk of it is full.)'
    const found = templateOf(text, names).variables.map(
      ({ start, end, kind }) => `${kind} ${text.slice(start, end)}`,
    )
    expect(found).toEqual(['VM sql-07', 'address 10.0.0.1', 'datastore ds-1', 'path a/b.vmdk'])
  })
})

describe('two texts are of one group', () => {
  it.each<[string, string, string]>([
    ['in any case', 'THE DISK is full', 'the disk is FULL'],
    ['with other marks', 'The disk: is full!', 'The disk; is (full).'],
    [
      'with accents in one character or two',
      'Größe überschritten',
      'Gro\u0308ße u\u0308berschritten',
    ],
    ['in capitals that are longer', 'Das Maß ist voll', 'DAS MASS IST VOLL'],
    ['with letters of full width', 'ＶＭ is off', 'VM is off'],
    ['with marks of direction', '\u200fהחיבור נותק\u200e', 'החיבור נותק'],
    ['with lists of names', 'Lost: a-1', 'Lost: a-1, b-2, c-3 and 7 more'],
    ['with one or many', '1 VM was lost', '12 VMs were lost'],
    ['with lines that repeat', 'Bad:\nblock 1 is lost\nblock 2 is lost', 'Bad:\nblock 1 is lost'],
    ['with a name or an address', 'Host esx-1 is lost', 'Host 10.0.0.1:902 is lost'],
    [
      'with other disks and blocks',
      'Disk [ds1] a/a_1.vmdk: 3 of 8 blocks could not be written at offset 0x1f4000',
      'Disk [Big DS] web/web.vmdk: 1 of 8 blocks could not be written at offset 0x3000',
    ],
    [
      'with other volumes',
      'Cannot add volume [\\\\?\\Volume{8e2ba2c5-0000-0000-0000-100000000000}\\]. Code:0x8004230f',
      'Cannot add volume [\\\\?\\Volume{11111111-0000-0000-0000-100000000000}\\]. Code:0x8004230F',
    ],
    [
      'in Chinese with other hosts',
      '在主机 10.0.0.5 上找不到 I/O 过滤器，错误代码 1603',
      '在主机 esx-02.lab 上找不到 I/O 过滤器，错误代码 1603',
    ],
    [
      'in French with other times',
      'L’hôte esx-01.lab est inaccessible depuis 5 minutes (code d’erreur : 10060)',
      'L’hôte esx-02.lab est inaccessible depuis 2 heures (code d’erreur : 10060).',
    ],
    ['with nothing but variable parts', '10.0.0.1', '10.0.0.2 10.0.0.3'],
  ])('%s', (_, a, b) => expect(templateOf(a, names).key).toBe(templateOf(b, names).key))
})

describe('two texts are of two groups', () => {
  it.each<[string, string, string]>([
    ['with another word', 'The disk is full', 'The disk is lost'],
    ['with another code', 'Error code: 0x80042306', 'Error code: 0x800401fd'],
    ['with another function', 'Failed to invoke func [A]', 'Failed to invoke func [B]'],
    ['with another exception', 'Failed: vim.fault.NoHost', 'Failed: vim.fault.NoDisk'],
    ['with another program', 'vssvc.exe crashed', 'sqlservr.exe crashed'],
    [
      'with another component around a code',
      'Disk lost (Error code: 5)',
      'Host lost (Error code: 5)',
    ],
    [
      'with another cause within',
      `${quiesced} (The disk of it is full.)`,
      `${quiesced} (The disk of it is old.)`,
    ],
    ['with another service', "Service 'VSS' is down on h-1", "Service 'W32Time' is down on h-1"],
    ['with another side', 'The target datastore is full', 'The source datastore is full'],
    ['with another status', 'HTTP 503 by host esx-1', 'HTTP 401 by host esx-1'],
    ['with another comparison', 'Load > 5', 'Load < 5'],
    ['with other kinds of things alone', '10.0.0.1', '5 GB'],
  ])('%s', (_, a, b) => expect(templateOf(a, names).key).not.toBe(templateOf(b, names).key))
})
