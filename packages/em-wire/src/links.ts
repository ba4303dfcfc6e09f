import { foldKeys } from './folded-record.ts'
import { readText } from './scalars.ts'

/** What a link of an entity says of the entity it leads to. */
interface LinkTarget {
  /** Last segment of the link's path. Of its host nothing is kept: it may be another machine's, or `localhost`. */
  readonly id: string | null
  readonly name: string | null
}

/** The entity a row's links name: its own address, and those above it by their type (`CdpPolicyReference`, …). */
export interface EntityLinks {
  readonly alternate: LinkTarget | null
  readonly up: ReadonlyMap<string, LinkTarget>
}

/** Reads the `Links` of an entity; a link that cannot be read is passed over. */
export function readLinks(value: unknown): EntityLinks {
  const up = new Map<string, LinkTarget>()
  let alternate: LinkTarget | null = null
  for (const item of Array.isArray(value) ? value : []) {
    const link = foldKeys(item)
    const relation = link?.get('rel')
    if (link === null || (relation !== 'Up' && relation !== 'Alternate')) continue
    const target = { id: lastSegment(link.get('href')), name: readText(link.get('name')) }
    const type = readText(link.get('type'))
    if (relation === 'Alternate') alternate ??= target
    else if (type !== null && !up.has(type)) up.set(type, target)
  }
  return { alternate, up }
}

/** The UID of the entity above the row that a link of this type names, or null. */
export function uidAbove(links: EntityLinks, type: string): string | null {
  const id = links.up.get(`${type}Reference`)?.id ?? null
  return id === null ? null : `urn:veeam:${type}:${id}`
}

/** The name of the entity above the row that a link of this type names, or null. */
export function nameAbove(links: EntityLinks, type: string): string | null {
  return links.up.get(`${type}Reference`)?.name ?? null
}

/** The backup server of a row: EM names it in a link only, never in a field. */
export function backupServerOf(links: EntityLinks) {
  return {
    backupServerUid: uidAbove(links, 'BackupServer'),
    backupServerName: nameAbove(links, 'BackupServer'),
  }
}

function lastSegment(href: unknown): string | null {
  const path = readText(href)?.split(/[?#]/, 1)[0] ?? ''
  return path.slice(path.lastIndexOf('/') + 1) || null
}
