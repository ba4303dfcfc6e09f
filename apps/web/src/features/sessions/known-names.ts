import type { ChoiceKey } from './choice-fields.ts'

/** A policy or a backup server. */
interface Named {
  uid: string
  name: string
}

/** Policies and backup servers that are known by name. */
export interface KnownNames {
  policies: readonly Named[]
  servers: readonly Named[]
}

/** Values worth offering for a field, by EM's name of it. */
export function suggestedValues(field: string, { policies, servers }: KnownNames): string[] {
  switch (field) {
    case 'PolicyName':
      return [...new Set(policies.map(({ name }) => name))]
    case 'PolicyUid':
      return policies.map(({ uid }) => uid)
    case 'BackupServerName':
      return [...new Set(servers.map(({ name }) => name))]
    case 'BackupServerUid':
      return servers.map(({ uid }) => uid)
    default:
      return []
  }
}

/** What people call a value of the rail. */
export function nameOfValue(key: ChoiceKey, value: string, known: KnownNames): string {
  const among =
    key === 'policyUid' ? known.policies : key === 'backupServerUid' ? known.servers : []
  return among.find(({ uid }) => uid === value)?.name ?? value
}
