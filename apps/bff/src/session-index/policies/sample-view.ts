import { type Health, healths } from '@cdp-watch/contract'
import type { PoliciesView } from './policies-view.ts'
import type { PolicyRow } from './policy-row.ts'
import { StatusCache } from './status-cache.ts'

/** A session as a test tells of it; its `policy` and `server` are UID and name. Times are UTC in ISO 8601. */
export interface SampleSession {
  readonly uid: string
  readonly policy: readonly [uid: string, name: string]
  readonly server?: readonly [uid: string, name: string]
  readonly created: string
  /** Left out: it is active, or gone. */
  readonly ended?: string
  readonly health: Health
  readonly isGone?: boolean
  readonly state?: string
  readonly failureText?: string
  readonly vms?: readonly [total: number, failed: number, warning: number]
}

/** What of a policy a test tells; the rest is as in `samplePolicyRow`. */
type SamplePolicy = Partial<PolicyRow> & Pick<PolicyRow, 'uid'>

/** What a test's index holds. `switches` are policy, time and whether it was enabled. */
export interface SampleIndex {
  readonly readAt: string | null
  readonly scheduleZone?: string
  readonly dataVersion?: number
  readonly policies?: readonly SamplePolicy[]
  readonly switches?: readonly (readonly [policy: string, at: string, isEnabled: boolean])[]
  readonly sessions?: readonly SampleSession[]
}

const samplePolicyRow = {
  policy_type: 'CdpReplica',
  platform: 'VMware',
  description: null,
  schedule_configured: 1,
  schedule_enabled: 1,
  next_run: null,
  rpo_seconds: 15,
  rpo_schedule: null,
  rpo_reporting: null,
  server_uid: 'server-1',
  server_name: 'vbr-01',
  first_seen: Date.parse('2026-01-01T00:00:00Z'),
  removed_at: null,
}

/** Ids from 1 for texts, each once. */
function numbering() {
  const texts = ['']
  return {
    idOf: (text: string) => {
      if (!texts.includes(text)) texts.push(text)
      return texts.indexOf(text)
    },
    textOf: (id: number) => texts[id] ?? '',
  }
}

/** An index in memory with what a test tells of it. */
export function sampleView(index: SampleIndex): PoliciesView {
  const sessions = index.sessions ?? []
  const labels = numbering()
  const words = numbering()
  const failures = numbering()
  const numbers = (read: (session: SampleSession) => number) => sessions.map(read)
  const label = (pair: readonly [string, string] = ['server-1', 'vbr-01']) =>
    labels.idOf(JSON.stringify(pair))
  const created = Float64Array.from(numbers((one) => Date.parse(one.created)))
  const isGone = Uint8Array.from(numbers((one) => Number(one.isGone ?? false)))
  return {
    dataVersion: index.dataVersion ?? 1,
    readAtEm: index.readAt === null ? null : Date.parse(index.readAt),
    scheduleZone: index.scheduleZone ?? 'UTC',
    cache: new StatusCache(),
    columns: {
      count: sessions.length,
      seq: Float64Array.from(sessions, (_, position) => 100 + position),
      created,
      ended: Float64Array.from(numbers((one) => Date.parse(one.ended ?? ''))),
      health: Uint8Array.from(numbers((one) => healths.indexOf(one.health))),
      state: Uint16Array.from(numbers((one) => words.idOf(one.state ?? 'Working'))),
      result: new Uint16Array(sessions.length),
      policy: Uint32Array.from(numbers((one) => label(one.policy))),
      server: Uint32Array.from(numbers((one) => label(one.server))),
      isActive: Uint8Array.from(numbers((one) => Number(!one.ended && !one.isGone))),
      isGone,
      isRetry: new Uint8Array(sessions.length),
      failureSet: Uint32Array.from(numbers((one) => failures.idOf(one.failureText ?? ''))),
      vmSet: new Uint32Array(sessions.length),
      failureSource: new Uint8Array(sessions.length),
      vmsTotal: Int32Array.from(numbers((one) => one.vms?.[0] ?? -1)),
      vmsFailed: Uint32Array.from(numbers((one) => one.vms?.[1] ?? 0)),
      vmsWarning: Uint32Array.from(numbers((one) => one.vms?.[2] ?? 0)),
      version: new Float64Array(sessions.length),
      byStart: Uint32Array.from(sessions.map((_, position) => position)).sort(
        (a, b) => (created[a] ?? 0) - (created[b] ?? 0) || a - b,
      ),
    },
    policies: () =>
      (index.policies ?? []).map((one) => ({ ...samplePolicyRow, name: one.uid, ...one })),
    switches: () =>
      (index.switches ?? []).map(([policy, at, isEnabled]) => ({
        policy_uid: policy,
        at: Date.parse(at),
        is_enabled: Number(isEnabled),
      })),
    label: (id) => {
      const [uid, name]: [string, string] = JSON.parse(labels.textOf(id))
      return { uid, name }
    },
    word: words.textOf,
    failureText: failures.textOf,
    sessionUids: (seqs) =>
      new Map(seqs.map((seq) => [seq, sessions[seq - 100]?.uid ?? `no session ${seq}`])),
  }
}

/** The JSON of a schedule of the hours from `from` to before `to` on some days of the week, 0 for Sunday. */
export function sampleSchedule(weekdays: readonly number[], from: number, to: number): string {
  const hours = (day: number) =>
    Array.from({ length: 24 }, (_, hour) => weekdays.includes(day) && hour >= from && hour < to)
  return JSON.stringify(Array.from({ length: 7 }, (_, day) => hours(day)))
}

/** Monday to Friday from 6 to 18. */
export const officeHours: string = sampleSchedule([1, 2, 3, 4, 5], 6, 18)
