import { elementAt } from './random.ts'

/** Names of policies and the prefix of the VMs in them. */
const tiers = [
  ['Gold DB tier', 'sql'],
  ['SAP prod', 'sap'],
  ['Web farm', 'web'],
  ['VDI pool 3', 'vdi'],
  ['Branch Oslo', 'osl'],
  ['Exchange DAG', 'exch'],
  ['Silver DB tier', 'pg'],
  ['Citrix farm', 'ctx'],
  ['Oracle RAC', 'ora'],
  ['Payments core', 'pay'],
  ['File services', 'fs'],
  ['Domain controllers', 'dc'],
  ['ERP test', 'erp'],
  ['Branch Bergen', 'bgo'],
  ['Kiosk terminals', 'kiosk'],
  ['SharePoint', 'sp'],
  ['Zürich Büro', 'zrh'],
  ['CI runners', 'ci'],
  ['Data warehouse', 'dwh'],
  ['Call centre', 'cc'],
  ['Jump hosts', 'jump'],
  ['Mail gateway', 'mx'],
  ['Branch Århus', 'aar'],
  ['PACS imaging', 'pacs'],
  ['MES line 4', 'mes'],
  ['Licence servers', 'lic'],
  ['Monitoring', 'mon'],
  ['Proxy farm', 'fwd'],
  ['Intranet', 'intra'],
  ['Research cluster', 'hpc'],
  ['HR system', 'hr'],
  ['Warehouse scanners', 'wms'],
  ['東京 支店', 'tyo'],
  ['Video archive', 'vid'],
  ['Dev sandboxes', 'dev'],
  ['Telephony', 'pbx'],
  ['SCADA north', 'scada'],
  ['Booking engine', 'book'],
  ['Public site', 'www'],
  ['Legal hold', 'legal'],
] as const

const places = [
  'Hamburg',
  'Leeds',
  'Gdańsk',
  'Turin',
  'Malmö',
  'Porto',
  'Lyon',
  'Brno',
  'Ghent',
  'Tampere',
  'Cork',
  'Graz',
]

const longName =
  'Finance and Controlling – month-end closing systems of all European subsidiaries, replicated to the second data centre (do not disable before the audit)'
const hostileName = `R&D "Blue" <b>lab</b> 'A'`

/** Where policies of a kind stand among the first: two servers have a policy of the same name. */
const longAt = 7
const hostileAt = 11
const twins = { of: 2, at: 13 } as const

/** The name of a policy. Unique for every index but 13, which has the name of policy 2 on another backup server. */
export function policyName(index: number): string {
  if (index === longAt) return longName
  if (index === hostileAt) return hostileName
  const at = index === twins.at ? twins.of : index
  const [tier] = elementAt(tiers, at % tiers.length)
  const round = Math.floor(at / tiers.length)
  if (round === 0) return tier
  const place = elementAt(places, (round - 1) % places.length)
  const lap = Math.floor((round - 1) / places.length)
  return lap === 0 ? `${tier} ${place}` : `${tier} ${place} ${lap + 1}`
}

/** The prefix of the VM names of a policy: `sql` in `sql-07`. */
export function vmPrefix(index: number): string {
  return elementAt(tiers, index % tiers.length)[1]
}

/** "sql" and 7 → "sql-07". */
export function numbered(prefix: string, number: number): string {
  return `${prefix}-${String(number).padStart(2, '0')}`
}
