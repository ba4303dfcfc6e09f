import type { Session, Task } from '@cdp-watch/contract'
import { compareHealth, type Health, healthOf } from '../../ui/health.ts'

/** What the failing VMs of a session say, as far as EM was asked. */
export interface VmReasons {
  /** Worst of the VMs. */
  health: Health
  /** VMs by how they fail. */
  failed: number
  warning: number
  /** The worst VM's reason. */
  text: string
  /** Further reasons that differ from it. */
  more: number
}

/** Sessions that EM is asked about beside the rows: ended badly, so that the reasons of their VMs are final. */
export function needsReasons(session: Session): boolean {
  return session.state === 'Stopped' && ['Failed', 'Warning'].includes(session.result)
}

/** Lists of at most `size`, so that a question about each stays short enough for EM. */
export function inBatches<T>(items: readonly T[], size: number): T[][] {
  const count = Math.ceil(items.length / size)
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size))
}

/** The reasons of failing tasks by session UID. Of a VM with several tasks the newest counts. */
export function reasonsBySession(tasks: readonly Task[]): ReadonlyMap<string, VmReasons> {
  const newest = new Map<string, Map<string, Task>>()
  for (const task of tasks) {
    if (task.policySessionUid === null || task.reason === null) continue
    const vms = newest.get(task.policySessionUid) ?? new Map<string, Task>()
    newest.set(task.policySessionUid, vms)
    const known = vms.get(task.vmDisplayName)
    if (!known || Date.parse(known.creationTimeUTC) < Date.parse(task.creationTimeUTC))
      vms.set(task.vmDisplayName, task)
  }
  return new Map([...newest].map(([uid, vms]) => [uid, summary([...vms.values()])]))
}

function summary(tasks: readonly Task[]): VmReasons {
  const worstFirst = tasks.toSorted((a, b) => compareHealth(healthOf(a), healthOf(b)))
  const texts = new Set(worstFirst.map((task) => withoutVm(task)))
  const count = (health: Health) => tasks.filter((task) => healthOf(task) === health).length
  const worst = worstFirst[0]
  return {
    health: worst ? healthOf(worst) : 'unknown',
    failed: count('failed'),
    warning: count('warning'),
    text: worst?.reason ?? '',
    more: Math.max(0, texts.size - 1),
  }
}

/** The reason without the VM's own name, in which alone many differ. */
function withoutVm(task: Task): string {
  return (task.reason ?? '').replaceAll(task.vmDisplayName, '').trim()
}
