import type { KnownNames } from '../scan/known-names.ts'

/**
 * Texts that a backup administrator would call one cause. Text `i` is of row `i` of the estate; `{vm}`,
 * `{policy}`, `{server}` and `{proxy}` stand for that row's names.
 */
export interface CorpusCause {
  readonly cause: string
  readonly texts: readonly string[]
}

/** What EM says of the row a text belongs to. */
interface CorpusRow {
  readonly vm: string
  readonly policy: string
  readonly server: string
  readonly proxy: string
}

/** As people name things: with blanks, accents, points, other scripts, and by words of the vendor's own. */
const estate: readonly CorpusRow[] = [
  { vm: 'sql-07', policy: 'Gold DB tier', server: 'vbr-02.lab.local', proxy: 'prx-07' },
  { vm: 'Exchange Oslo', policy: 'Mail', server: 'VBR-OSLO', proxy: 'proxy-oslo' },
  {
    vm: 'web_front_1',
    policy: 'Web farm',
    server: 'backup01.corp.example.com',
    proxy: 'CDPPROXY3',
  },
  { vm: 'SAP-PRD', policy: 'SAP prod (24x7)', server: 'vbr-01', proxy: 'alpha' },
  {
    vm: 'dc1.corp.example.com',
    policy: 'Domain controllers',
    server: 'vbr-03',
    proxy: '10.20.30.40',
  },
  { vm: '顧客DB', policy: '東京', server: 'vbr-tokyo', proxy: 'prx-tokyo-1' },
  { vm: 'Файлы-2', policy: 'Филиал', server: 'vbr-02.lab.local', proxy: 'prx-12.lab.local' },
  { vm: 'Backup', policy: 'Nightly', server: 'veeam', proxy: 'prx-99' },
]

/** A text with its label and the names of its row. */
export interface LabelledText {
  readonly cause: string
  readonly text: string
  readonly names: KnownNames
}

/** The texts of a cause with the names of their rows put in. Of these EM tells all but the proxy's. */
export function labelledTexts({ cause, texts }: CorpusCause): LabelledText[] {
  return texts.flatMap((pattern, index) => {
    const row = estate[index % estate.length]
    if (row === undefined) return []
    const text = pattern.replace(/\{(vm|policy|server|proxy)\}/g, (_, name: string) =>
      name === 'vm'
        ? row.vm
        : name === 'policy'
          ? row.policy
          : name === 'server'
            ? row.server
            : row.proxy,
    )
    const names = {
      vms: [row.vm],
      policies: [row.policy],
      backupServers: [row.server],
      sessions: [`${row.policy}@2026-11-22T01:00:08.53Z`],
      proxies: [],
    }
    return [{ cause, text, names }]
  })
}
