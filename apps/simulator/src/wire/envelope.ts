import { hrefOf } from './links.ts'
import type { WireObject, WireValue } from './value.ts'

/** All collections that EM's Entities object names, in its order and with its misspellings. All but one are null. */
const collections = [
  'Jobs',
  'FailoverPlans',
  'Backups',
  'Replicas',
  'Repositories',
  'RestorePoints',
  'VmRestorePoints',
  'VAppRestorePoints',
  'VmReplicaPoints',
  'BackupJobSessions',
  'ReplicaJobSessions',
  'ReplicaTaskSessions',
  'RestoreSessions',
  'HierarchyRoots',
  'BackupTaskSessions',
  'BackupServers',
  'ManagedServers',
  'EnterpiseRoles',
  'EnterpiseAccounts',
  'WanAccelerators',
  'CloudGateways',
  'CloudTenants',
  'CloudReplicas',
  'VCloudOrganizationConfigs',
  'BackupFiles',
  'VSphereSelfServiceConfigs',
  'CloudPublicIps',
  'CloudHardwarePlans',
  'CloudVmReplicaPoints',
  'AgentRestorePoints',
  'AgentBackupJob',
  'CloudGatewayPools',
  'CloudFailoverPlans',
  'ExternalRepositories',
  'VlanConfigurations',
  'CloudFailoverSessions',
  'AgentProtectionGroups',
  'DiscoveredComputers',
  'FileServers',
  'NASJobs',
  'CdpReplicas',
  'CdpReplicaVms',
  'CdpPolicies',
  'CdpReplicaSessions',
  'CdpReplicaTaskSessions',
  'VAppReplicaPoints',
  'VmCdpReplicas',
  'VAppCdpReplicas',
  'VAppCdpReplicaVms',
  'SystemSessions',
] as const

/** Which page of how many. `parameters` are those of the query, for the links to the other pages. */
export interface Paging {
  readonly page: number
  readonly size: number
  readonly pages: number
  readonly parameters: readonly (readonly [name: string, value: string])[]
}

function pagingInfo(paging: Paging): WireObject {
  const given = paging.parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  const linkTo = (rel: string, page: number): WireObject => ({
    Rel: rel,
    Href: hrefOf(`/query?${[...given, `pageSize=${paging.size}`, `page=${page}`].join('&')}`),
    Name: null,
    Type: null,
  })
  const last = Math.max(1, paging.pages)
  return {
    Links: [
      linkTo('First', 1),
      ...(paging.page > 1 ? [linkTo('Previous', paging.page - 1)] : []),
      ...(paging.page < last ? [linkTo('Next', paging.page + 1)] : []),
      linkTo('Last', last),
    ],
    PageNum: paging.page,
    PageSize: paging.size,
    PagesCount: last,
  }
}

/** The answer of /query with entities: those of one collection, one level deeper than elsewhere, and all others null. */
export function entitiesAnswer(
  collection: string,
  entities: readonly WireValue[],
  paging: Paging,
): WireObject {
  const all: { [name: string]: WireValue } = {}
  for (const name of collections) all[name] = name === collection ? { [name]: entities } : null
  return { Refs: null, Entities: all, Resources: null, Links: null, PagingInfo: pagingInfo(paging) }
}

/** The answer of /query without a format: references. */
export function referencesAnswer(references: readonly WireValue[], paging: Paging): WireObject {
  return {
    Refs: { Refs: references },
    Entities: null,
    Resources: null,
    Links: null,
    PagingInfo: pagingInfo(paging),
  }
}
