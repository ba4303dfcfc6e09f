import type { Cause } from './incident-streams.ts'
import type { Hit } from './incidents.ts'
import { oddText } from './odd-texts.ts'
import type { Infrastructure, Policy } from './policies.ts'
import { hostOf, vmName } from './policies.ts'
import { between, hash, pick } from './random.ts'
import type { Ticks } from './ticks.ts'
import { MINUTE, printNameTime } from './ticks.ts'

/** What varies in the texts of one cause: names, numbers, addresses and times of one VM. */
interface Details {
  readonly policy: Policy
  readonly vm: string
  readonly host: string
  readonly proxy: string
  readonly otherProxy: string
  readonly datastore: string
  readonly address: string
  readonly guid: string
  readonly at: string
  readonly number: (salt: number, from: number, to: number) => number
  readonly h: number
}

const people = ['DEMO\\anna.berg', 'DEMO\\operator', 'LAB\\k.nowak', 'DEMO\\backup-admin']
const drives = ['C:\\ProgramData\\Veeam', '/opt/veeam/cdp', 'D:\\CdpCache']

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}

function rpoText(seconds: number): string {
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} sec`
}

const texts: Record<Exclude<Cause, 'odd'>, (d: Details) => string> = {
  'proxy-lost': (d) =>
    d.h % 3 === 0
      ? `Failed to connect to CDP proxy "${d.proxy}" (${d.address}:6182). The proxy is offline or cannot be reached.`
      : `Backup server has lost connection to backup proxy ${d.proxy}.`,
  'proxy-cache-full': (d) =>
    `Cache of CDP proxy ${d.proxy} is full: ${d.number(1, 48, 99)}.${d.number(2, 0, 9)} GB of ${d.number(3, 100, 200)} GB at ${pick(drives, d.h)} is used by ${d.vm}, new changes cannot be accepted`,
  'connection-lost': (d) =>
    d.h % 2 === 0
      ? 'Connection was lost, task will be cancelled.'
      : `Link between target proxy ${d.proxy} and host ${d.host} has been lost. Socket error ${d.number(1, 10053, 10061)} on ${d.address}`,
  'datastore-full': (d) =>
    `Target datastore ${d.datastore} is running out of free space: ${d.number(1, 1, 58)}.${d.number(2, 0, 9)} GB left, replica of ${d.vm} needs at least ${d.number(3, 60, 400)} GB`,
  'rpo-missed': (d) =>
    `Restore point of ${d.vm} was not transferred to the target within the RPO of ${rpoText(d.policy.rpoSeconds)}: it is late by ${d.number(1, 1, 59)} min ${d.number(2, 1, 59)} sec`,
  'host-overloaded': (d) =>
    `Source host ${d.host} is overloaded: I/O of ${d.vm} could not be intercepted in time, ${d.number(1, 3, 900)} requests are waiting (CPU ${d.number(2, 91, 100)}%)`,
  'host-maintenance': (d) =>
    `Target host ${d.host} has entered maintenance mode. Replication of ${d.vm} is suspended since ${d.at}`,
  'host-removed': (d) =>
    `Host ${d.host} is no longer in the cluster cl-${twoDigits(d.number(1, 1, 9))}. Unable to find a target for ${d.vm} [moref host-${d.number(2, 1000, 9999)}]`,
  'vm-powered-off': (d) =>
    `VM ${d.vm} is powered off. Only running virtual machines can be replicated`,
  'filter-missing': (d) =>
    `I/O filter is not installed on host ${d.host}. Install it on all hosts of the cluster before VM "${d.vm}" can be processed.`,
  'filter-version': (d) =>
    `I/O filter on host ${d.host} is of version 13.0.${d.number(1, 0, 1)}.${d.number(2, 1000, 2200)}, version 13.0.1.2067 is required (VM: ${d.vm})`,
  'filter-owned': (d) =>
    `I/O filter of cluster cl-${twoDigits(d.number(1, 1, 9))} belongs to another backup server {${d.guid}}`,
  'vib-exists': () =>
    "The specified key, name or identifier 'vibUrl' already exists. The VIB contains the same filter as the one to be upgraded",
  quiesce: (d) =>
    `Processing ${d.vm} Error: An error occurred while quiescing the virtual machine. See the virtual machine's event log for details. (An error occurred while saving the snapshot: Failed to quiesce the virtual machine., An error occurred while taking a snapshot: Failed to quiesce the virtual machine.)`,
  vss: (d) =>
    d.h % 2 === 0
      ? `Failed to call RPC function 'Vss.FinishSnapshot': Error code: 0x800401fd. Failed to invoke func [FinishSnapshot]`
      : `VSSControl: -${d.number(1, 2147212300, 2147212329)} Backup job failed. Cannot create a shadow copy of the volumes containing writer's data on ${d.vm}. A VSS critical writer has failed. Writer name: [SqlServerWriter]. Class ID: [{${d.guid}}]`,
  script: (d) =>
    `Pre-freeze script on ${d.vm} ended with exit code ${d.number(1, 1, 255)} after ${d.number(2, 5, 900)} seconds\r\n  at ${d.at}\r\n  stderr: cannot open /var/run/app-${d.number(3, 100, 999)}.pid`,
  licence: (d) =>
    `You have exceeded your licensed limit of ${d.number(1, 1, 9) * 20} instances by ${d.number(2, 1, 30)}`,
  coordinator: (d) =>
    `CDP Coordinator service on ${d.policy.server.name} is not running. Unable to process VM ${d.vm}`,
  sovereignty: (d) =>
    `Potential data sovereignty violation: target ${d.host} location Norway does not match source ${d.otherProxy} location Germany`,
  'disk-resized': (d) =>
    `Disk "Hard disk ${d.number(1, 1, 6)}" of ${d.vm} was resized from ${d.number(2, 40, 500)} GB to ${d.number(3, 501, 900)} GB. The replica has to be created anew`,
  'other-policy': (d) =>
    `VM ${d.vm} (vm-${d.number(1, 10_000, 999_999)}) is already processed by another policy, id ${d.guid}`,
  snapshots: (d) =>
    `VM ${d.vm} has ${d.number(1, 1, 4)} snapshots, they must be removed before the first run`,
  rdm: (d) =>
    `Disk scsi0:${d.number(1, 1, 6)} of ${d.vm} is a physical RDM or shared disk and will be skipped`,
  'start-failed': (d) =>
    `Failed to start policy session: timeout of ${d.number(1, 60, 300)} seconds while waiting for CDP proxy ${d.proxy}`,
  'stopped-by-person': (d) => `Operation was stopped by user ${pick(people, d.h >>> 8)} at ${d.at}`,
}

function detailsOf(
  infrastructure: Infrastructure,
  policy: Policy,
  vm: number,
  hit: Hit,
  at: Ticks,
): Details {
  const h = hash(hit.incident, policy.index, vm)
  const number = (salt: number, from: number, to: number) => between(hash(h, salt), from, to)
  const host =
    hit.cause === 'host-maintenance'
      ? hit.incident % infrastructure.hosts
      : hostOf(infrastructure, policy, vm)
  const proxy =
    hit.cause === 'proxy-lost' ? hit.incident % infrastructure.proxies : policy.targetProxy
  const word = (salt: number, digits: number) =>
    hash(h, salt).toString(16).padStart(8, '0').slice(0, digits)
  return {
    policy,
    vm: vmName(policy, vm),
    host: `esx-${twoDigits(host + 1)}.lab`,
    proxy: `prx-${twoDigits(proxy + 1)}`,
    otherProxy: `prx-${twoDigits(policy.sourceProxy + 1)}`,
    datastore: `ds-${policy.datastore % 2 === 0 ? 'gold' : 'silver'}-${twoDigits(policy.datastore + 1)}`,
    address: `10.${number(20, 20, 60)}.${number(21, 0, 12)}.${number(22, 2, 250)}`,
    guid: `${word(23, 8)}-${word(24, 4)}-${word(25, 4)}-${word(26, 4)}-${word(27, 8)}${word(28, 4)}`,
    at: printNameTime(at),
    number,
    h,
  }
}

/** The reason that a task of a VM gives for a hit that began for it at `at`. */
export function reasonOf(
  infrastructure: Infrastructure,
  policy: Policy,
  vm: number,
  hit: Hit,
  at: Ticks,
): string {
  const details = detailsOf(infrastructure, policy, vm, hit, at)
  return hit.cause === 'odd'
    ? oddText(hit.variant, details.vm, details.proxy)
    : texts[hit.cause](details)
}

/** The failure message of a whole session, where it has one that is not the reason of a VM. */
export function summaryOf(
  failedVms: readonly string[],
  vms: number,
  from: Ticks,
  to: Ticks,
): string {
  const minutes = Math.max(1, Math.round((to - from) / MINUTE))
  const named = failedVms.slice(0, 5).join(', ')
  const more = failedVms.length > 5 ? ` and ${failedVms.length - 5} more` : ''
  return `Policy session finished with errors after ${minutes} minutes: ${failedVms.length} of ${vms} VMs were not replicated (${named}${more})`
}
