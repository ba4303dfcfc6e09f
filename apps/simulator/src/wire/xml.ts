import type { WireObject, WireValue } from './value.ts'
import { isWireObject } from './value.ts'

/** Names that EM writes as attributes, in its order. */
const attributes = [
  'Rel',
  'Type',
  'Href',
  'Name',
  'VmDisplayName',
  'UID',
  'PagesCount',
  'PageSize',
  'PageNum',
]

/** Attributes of some elements only. */
const ownAttributes: Record<string, readonly string[]> = {
  Error: ['Message', 'StatusCode'],
  RPOSchedule: ['Enabled'],
  LongTermRetentionSchedule: ['Enabled'],
}

/** What the elements of a list are called. Sessions are called otherwise in XML than anywhere else. */
const itemNames: Record<string, string> = {
  Links: 'Link',
  Refs: 'Ref',
  SupportedVersions: 'SupportedVersion',
  CdpReplicaSessions: 'CdpPolicySession',
  CdpReplicaTaskSessions: 'CdpReplicaTaskSession',
  CdpPolicies: 'CdpPolicy',
  BackupServers: 'BackupServer',
  LogonSessions: 'LogonSession',
}

/** The element name of the entries of a list: that of the list where nothing else is known. */
export function itemName(list: string): string {
  return itemNames[list] ?? list
}

/** Lists that stand in their parent without an element of their own. */
const bareLists = ['Day', 'Sessions']

/** XML 1.0 has no way at all to hold these. */
function withoutControls(text: string): string {
  let clean = ''
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    if (code >= 32 || char === '\t' || char === '\n' || char === '\r') clean += char
  }
  return clean
}

function escapeXml(text: string): string {
  return withoutControls(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#xD;')
}

function escapeAttribute(text: string): string {
  return escapeXml(text).replaceAll('\n', '&#xA;').replaceAll('\t', '&#x9;')
}

function printList(name: string, list: readonly WireValue[], inside: string): string {
  const items = list.map((item) => printElement(itemName(name), item)).join('')
  const bare = name === inside || bareLists.includes(name) || inside === 'EntityReferences'
  return bare ? items : element(name, '', items)
}

function element(name: string, attributeText: string, content: string): string {
  return content === ''
    ? `<${name}${attributeText} />`
    : `<${name}${attributeText}>${content}</${name}>`
}

function printObject(name: string, value: WireObject, namespace: string): string {
  const own = [...attributes, ...(ownAttributes[name] ?? [])]
  let attributeText = namespace
  for (const key of own) {
    const attribute = value[key]
    if (typeof attribute === 'object' || attribute === undefined) continue
    attributeText += ` ${key}="${escapeAttribute(String(attribute))}"`
  }
  let content = ''
  // EM writes the links of an entity first in XML, and nearly last in JSON.
  const keys = Object.keys(value).filter((key) => !own.includes(key) && key !== 'Links')
  for (const key of value.Links === undefined ? keys : ['Links', ...keys]) {
    const child = value[key]
    if (child === undefined || child === null) continue
    if (name === 'Day' && key === 'Value') content += escapeXml(String(child))
    else if (Array.isArray(child)) content += printList(key, child, name)
    else content += printElement(key, child)
  }
  return element(name, attributeText, content)
}

/** One element of XML. Nulls are left out. `namespace` goes before its attributes. */
export function printElement(name: string, value: WireValue, namespace = ''): string {
  if (value === null) return ''
  if (Array.isArray(value)) return printList(name, value, '')
  if (isWireObject(value)) return printObject(name, value, namespace)
  return element(name, namespace, escapeXml(String(value)))
}

export const xmlNamespace = ' xmlns="http://www.veeam.com/ent/v1.0"'

export const xmlDeclaration = '<?xml version="1.0" encoding="utf-8"?>'

/** A payload as an XML document. */
export function printXml(root: string, value: WireValue): string {
  return xmlDeclaration + printElement(root, value, xmlNamespace)
}
