import { guidOf } from './identity.ts'
import { numbered, policyName, vmPrefix } from './names.ts'
import { between, elementAt, hash, pick, unit } from './random.ts'

/** A backup server. `address` is what EM calls IpOrDnsName. */
export interface Server {
  readonly index: number
  readonly guid: string
  readonly name: string
  readonly address: string
  readonly description: string
  readonly port: number
  readonly version: string
}

/** When a policy may replicate. Office hours are Monday to Friday, UTC, from the one hour to before the other. */
export type Schedule =
  | { readonly kind: 'always' }
  | { readonly kind: 'office'; readonly from: number; readonly to: number }
  | { readonly kind: 'disabled' }

/** Which of the lasting troubles may befall a policy, so that they never hide one another. */
export type Pool = 'missing' | 'failing' | 'warning' | 'none'

/** A CDP policy and the things it uses; proxies, datastores and hosts are numbers from 0. */
export interface Policy {
  readonly index: number
  readonly guid: string
  readonly name: string
  readonly description: string
  readonly server: Server
  readonly schedule: Schedule
  readonly pool: Pool
  /** Minutes after midnight UTC at which its sessions start. */
  readonly startMinute: number
  /** Hours between long-term restore points, the length of a task. */
  readonly intervalHours: number
  readonly vms: number
  readonly prefix: string
  readonly firstVm: number
  readonly sourceProxy: number
  readonly targetProxy: number
  readonly datastore: number
  /** The first of the three target hosts over which its VMs are spread. */
  readonly firstHost: number
  readonly rpoSeconds: number
  /** Seconds past the RPO after which it counts as Warning. */
  readonly warnSeconds: number
  /** Seconds past the RPO after which it counts as Failed; null where the policy never does. */
  readonly failSeconds: number | null
}

/** All that stands still, and how many proxies, datastores and hosts there are. */
export interface Infrastructure {
  readonly seed: number
  readonly servers: readonly Server[]
  readonly policies: readonly Policy[]
  readonly proxies: number
  readonly datastores: number
  readonly hosts: number
}

const serverNames = ['vbr-01.lab', 'vbr-02.lab', 'vbr-nord.lab', 'vbr-03.lab'] as const
const authors = ['anna.berg', 'operator', 'k.nowak']
const rpos = [2, 5, 15, 15, 30, 60, 300, 900, 3600]

function serversOf(seed: number): Server[] {
  return serverNames.map((name, index) => ({
    index,
    guid: guidOf(seed, { kind: 'server', policy: index, day: 0, slot: 0, vm: 0, part: 0 }),
    name,
    address: index === 2 ? '10.60.0.12' : name,
    description: index === 2 ? 'Rechenzentrum Nord – „zweiter Standort“' : '',
    port: index === 3 ? 9392 : 443,
    version: index === 3 ? '12.3.2.3617' : '13.0.1.2067',
  }))
}

function scheduleOf(seed: number, index: number): Schedule {
  if (index % 45 === 9) return { kind: 'disabled' }
  if (index % 12 !== 5) return { kind: 'always' }
  const from = between(hash(seed, index, 11), 6, 8)
  return { kind: 'office', from, to: from + 12 }
}

const pools = ['missing', 'failing', 'failing', 'warning', 'warning', 'none'] as const

/** All that stands still: servers, policies, and the proxies, hosts and datastores they share. `vms` is the mean per policy. */
export function buildInfrastructure(seed: number, policies: number, vms: number): Infrastructure {
  const servers = serversOf(seed)
  const proxies = Math.max(2 * servers.length, Math.ceil(policies / 3))
  const datastores = Math.max(servers.length, Math.ceil(policies / 4))
  const hosts = Math.max(6, Math.ceil(policies / 2))
  const vmsNamed = new Map<string, number>()
  let steady = 0

  const build = (index: number): Policy => {
    const h = (salt: number) => hash(seed, index, salt)
    const server = elementAt(servers, index % servers.length)
    const schedule = scheduleOf(seed, index)
    const count = Math.max(1, Math.round(vms * (0.4 + 1.2 * unit(h(1)))))
    const prefix = vmPrefix(index)
    const firstVm = (vmsNamed.get(prefix) ?? 0) + 1
    vmsNamed.set(prefix, firstVm + count - 1)
    const pool = schedule.kind === 'always' ? pick(pools, steady++) : 'none'
    const proxyOf = (salt: number) =>
      server.index + servers.length * (h(salt) % Math.floor(proxies / servers.length))
    const rpoSeconds = pick(rpos, h(2))
    return {
      index,
      guid: guidOf(seed, { kind: 'policy', policy: index, day: 0, slot: 0, vm: 0, part: 0 }),
      name: policyName(index),
      description: index % 3 === 0 ? '' : `Created by DEMO\\${pick(authors, h(10))}`,
      server,
      schedule,
      pool,
      startMinute: schedule.kind === 'office' ? schedule.from * 60 : h(3) % 1435,
      intervalHours: pick([4, 6, 8], h(4)),
      vms: count,
      prefix,
      firstVm,
      sourceProxy: proxyOf(5),
      targetProxy: proxyOf(6),
      datastore: h(7) % datastores,
      firstHost: h(8) % hosts,
      rpoSeconds,
      warnSeconds: Math.max(2, Math.round(rpoSeconds / 2)),
      failSeconds: h(9) % 3 === 0 ? null : rpoSeconds * 2,
    }
  }
  return {
    seed,
    servers,
    policies: Array.from({ length: policies }, (_, index) => build(index)),
    proxies,
    datastores,
    hosts,
  }
}

/** The name of a VM of a policy, by its place in the policy. */
export function vmName(policy: Policy, vm: number): string {
  return numbered(policy.prefix, policy.firstVm + vm)
}

/** The target host of a VM, as a number. */
export function hostOf(infrastructure: Infrastructure, policy: Policy, vm: number): number {
  return (policy.firstHost + (vm % 3)) % infrastructure.hosts
}

/** Whether a policy replicates at this hour of this UTC day of the week (0 = Sunday). */
export function runsAt(schedule: Schedule, weekday: number, hour: number): boolean {
  if (schedule.kind !== 'office') return true
  return weekday >= 1 && weekday <= 5 && hour >= schedule.from && hour < schedule.to
}
