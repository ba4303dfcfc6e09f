import { describe, expect, it } from 'vitest'
import { scan } from './scan.ts'

const names = {
  vms: ['sql-07', 'sql-0', 'дб-1', '顧客DB', 'Backup', 'x', '2019', ''],
  policies: ['Gold DB tier'],
  backupServers: ['vbr-02.lab', 'VBR-OSLO'],
  sessions: ['Gold DB tier@2026-11-22T01:00:08'],
  proxies: ['prx-07', '[old] proxy'],
}

function variablesOf(text: string): string[] {
  return scan(text, names).tokens.flatMap((token) =>
    token.kind === 'variable' ? [`${token.variable} ${text.slice(token.start, token.end)}`] : [],
  )
}

function codesOf(text: string): string[] {
  return scan(text, names).tokens.flatMap((token) =>
    token.kind === 'code' ? [text.slice(token.start, token.end)] : [],
  )
}

describe('scan finds variable parts', () => {
  it.each<[string, string, string[]]>([
    ['nothing', 'Connection was lost, task will be cancelled.', []],
    ['a VM in any case', 'Processing SQL-07 Error', ['VM SQL-07']],
    ['a name with blanks', 'Policy Gold DB tier failed', ['policy Gold DB tier']],
    ['the longer of two names', 'sql-07, sql-0', ['VM sql-07', 'VM sql-0']],
    [
      'a session rather than its policy',
      'of Gold DB tier@2026-11-22T01:00:08.',
      ['session Gold DB tier@2026-11-22T01:00:08'],
    ],
    ['no name within a word', 'mysql-07 or sql-07-copy', ['name mysql-07', 'name sql-07-copy']],
    [
      'a known name with its domain and port',
      'to SQL-07.lab.local:6160: refused',
      ['VM SQL-07.lab.local:6160'],
    ],
    ['a known name that begins with a mark', 'to [old] proxy.', ['proxy [old] proxy']],
    ['a name that is not Latin', 'Машина дб-1 выключена', ['VM дб-1']],
    [
      'names without blanks around them',
      '仮想マシン顧客DBとprx-07の間',
      ['VM 顧客DB', 'proxy prx-07'],
    ],
    ['names with glued particles', '처리 sql-07에서 ב-prx-07', ['VM sql-07', 'proxy prx-07']],
    ['no VM in the vendor’s own words', 'Backup server is down, backup failed', []],
    [
      'a VM named by such a word',
      'VM Backup, replica of Backup, "backup"',
      ['VM Backup', 'VM Backup', 'VM backup'],
    ],
    ['no VM in a mere number', 'in 2019; VM 2019', ['number 2019', 'VM 2019']],
    [
      'a backup server by its name and in its domain',
      'Server vbr-oslo: lost, vbr-02.lab:9392 is not',
      ['server vbr-oslo', 'server vbr-02.lab:9392'],
    ],
    ['an unknown proxy', 'has lost connection to backup proxy bergen.', ['proxy bergen']],
    ['an unknown VM', 'Processing My old box Error: lost', ['VM My old box']],
    ['no VM in a sentence', 'Processing of disks failed. Error: lost', []],
    [
      'places',
      'Potential data sovereignty violation: target a location New York does not match source b location Oslo.',
      ['host a', 'location New York', 'host b', 'location Oslo'],
    ],
    [
      'GUIDs',
      'id {6F9619FF-8B86-D011-B42D-00CF4FC964FF}, 6f9619ff-8b86-d011-b42d-00cf4fc964ff.',
      ['id {6F9619FF-8B86-D011-B42D-00CF4FC964FF}', 'id 6f9619ff-8b86-d011-b42d-00cf4fc964ff'],
    ],
    [
      'URNs',
      'of urn:veeam:Vm:6f9619ff-8b86-d011-b42d-00cf4fc964ff.',
      ['id urn:veeam:Vm:6f9619ff-8b86-d011-b42d-00cf4fc964ff'],
    ],
    [
      'URLs',
      '(https://em.lab:9398/api/x?y=1), nfc://[::1]:902/a.',
      ['URL https://em.lab:9398/api/x?y=1', 'URL nfc://[::1]:902/a'],
    ],
    [
      'IPv4',
      '10.0.4.17:6160: refused, 10.0.0.0/24 and 192.168.0.1.',
      ['address 10.0.4.17:6160', 'address 10.0.0.0/24', 'address 192.168.0.1'],
    ],
    [
      'IPv6',
      'fe80::1%12 [2001:db8::5]:443 ::1 2001:db8:0:0:0:0:0:1.',
      [
        'address fe80::1%12',
        'address [2001:db8::5]:443',
        'address ::1',
        'address 2001:db8:0:0:0:0:0:1',
      ],
    ],
    ['no IPv6 in names of code', 'std::vector at Disk::Open', []],
    [
      'hardware addresses',
      '00:50:56:aa:bb:cc, 00-50-56-AA-BB-CC',
      ['address 00:50:56:aa:bb:cc', 'address 00-50-56-AA-BB-CC'],
    ],
    [
      'hosts',
      'to esx-11.dc2.example.com, PRX-07.LAB:902.',
      ['host esx-11.dc2.example.com', 'proxy PRX-07.LAB:902'],
    ],
    [
      'no hosts in code and sentences',
      'System.Net.Sockets: see details.The task vim.fault.NoHost VMODL.FAULT.SYSTEMERROR sqlservr.exe',
      [],
    ],
    [
      'identifiers',
      'host esx_11, vm-4711 and 4a5f9c3b7e',
      ['host esx_11', 'name vm-4711', 'id 4a5f9c3b7e'],
    ],
    ['no identifiers in words of the trade', 'IPv6 over TLS1 with SHA256 on x64', []],
    [
      'Windows paths',
      'C:\\Program Files\\Veeam\\b.log at D:\\Cdp is used by LAB\\x',
      ['path C:\\Program Files\\Veeam\\b.log', 'path D:\\Cdp', 'user LAB\\x'],
    ],
    ['UNC paths', '\\\\nas-3\\cdp$\\x.', ['path \\\\nas-3\\cdp$\\x']],
    ['Unix paths', 'open /var/run/app.pid, I/O and/or </b>', ['path /var/run/app.pid']],
    [
      'datastores with what is on them',
      'on [ds 1] sql/sql.vmx and [ds2]',
      ['datastore ds 1', 'path sql/sql.vmx', 'datastore ds2'],
    ],
    [
      'accounts',
      'by DEMO\\anna.berg, VBR-OSLO\\admin, .\\root, a.b@lab.example.',
      ['user DEMO\\anna.berg', 'user VBR-OSLO\\admin', 'user .\\root', 'user a.b@lab.example'],
    ],
    [
      'quoted names',
      '"a b" \'vibUrl\' «кластер» „Knoten 3“ ‘x’ 「ノード」',
      ['name a b', 'name vibUrl', 'name кластер', 'name Knoten 3', 'name x', 'name ノード'],
    ],
    ['no apostrophes', "the machine's log and the hosts' disks", []],
    ['no sentences in quotes', 'said "It is broken." and "x y"', ['name x y']],
    ['placeholders', '‹VM› on "‹host›"', ['VM ‹VM›', 'host ‹host›']],
  ])('%s', (_, text, variables) => expect(variablesOf(text)).toEqual(variables))
})

describe('the names of the very row come before all else', () => {
  it.each<[what: string, name: string, text: string, otherwise: string]>([
    ['a GUID', '6f9619ff-8b86-d011-b42d-00cf4fc964ff', '{name} is lost', 'id'],
    ['a URN', 'urn:veeam:x', 'of {name}, lost', 'id'],
    ['an address', '10.0.0.5', 'to {name}:443 is lost', 'address'],
    ['a host', 'dc1.corp.example.com', 'to {name}.', 'host'],
    ['a path', '/srv/a', 'VM {name} is lost', 'path'],
    ['a version', '13.0.1', 'VM {name} is lost', 'version'],
    ['a size', '5 GB', 'VM {name} is lost', 'size'],
    ['a time', '2026-11-22', 'VM {name} is lost', 'time'],
    ['an identifier', 'vm-4711', '{name} is lost', 'name'],
    ['a quoted name', 'a b', 'disk "{name}" is lost', 'name'],
    ['a datastore', 'ds 1', 'on [{name}] is lost', 'datastore'],
    ['an error code', '0x800401fd', 'VM {name} is lost', 'code'],
    ['words', 'is lost', 'VM {name} again', 'word'],
  ])('%s', (_, name, pattern, otherwise) => {
    const text = pattern.replace('{name}', name)
    const kindAt = (vms: readonly string[]) => {
      const at = text.indexOf(name)
      const token = scan(text, { ...names, vms }).tokens.find(({ start }) => start === at)
      return token?.kind === 'variable' ? token.variable : token?.kind
    }
    expect([kindAt([]), kindAt([name])]).toEqual([otherwise, 'VM'])
  })
})

describe('scan keeps codes', () => {
  it.each<[string, string, string[]]>([
    ['HRESULTs', 'failed: 0x800401FD, HRESULT 0x5, at 0x7ff1', ['0x800401FD', '0x5']],
    ['HRESULTs in decimal', 'VSSControl: -2147212302 failed, offset -5', ['-2147212302']],
    [
      'codes by the words before',
      'error code is 5, error 1722, Socket error: 10054 on x, Fehlercode: 10060',
      ['5', '1722', '10054', '10060'],
    ],
    [
      'codes in other scripts',
      'エラーコード: 10054 (קוד 10060) код 5 رمز الخطأ 12',
      ['10054', '10060', '5', '12'],
    ],
    ['HTTP status', 'returned an error: (503) Server Unavailable', ['503']],
    ['no counts', 'Error: 2 of 14 VMs, status: 3 disks', []],
    ['no exit codes', 'ended with exit code 3', []],
    ['no amounts', 'error: 5 GB needed, error 1.5', []],
    ['no number of another sentence', 'It is an error. 5 disks', []],
    ['sense data', 'Possible sense data: 0x5 0x24 0x0', ['0x5', '0x24', '0x0']],
  ])('%s', (_, text, codes) => expect(codesOf(text)).toEqual(codes))

  it.each([
    ["'Vss.FinishSnapshot'", "RPC function 'Vss.FinishSnapshot' failed"],
    ['a writer', 'Writer name: [SqlServerWriter]'],
    ['a service', "Service 'VSS' is down"],
    ['an error in quotes', "failed with error 'Access is denied'"],
  ])('and names that are the cause: %s', (_, text) => expect(variablesOf(text)).toEqual([]))
})
