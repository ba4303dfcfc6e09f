import type { Pool } from './policies.ts'

/** Why something goes wrong. `odd` stands for the texts that are hard to show: markup, other scripts, very long. */
export type Cause =
  | 'proxy-lost'
  | 'proxy-cache-full'
  | 'connection-lost'
  | 'datastore-full'
  | 'rpo-missed'
  | 'host-overloaded'
  | 'host-maintenance'
  | 'host-removed'
  | 'vm-powered-off'
  | 'filter-missing'
  | 'filter-version'
  | 'filter-owned'
  | 'vib-exists'
  | 'quiesce'
  | 'vss'
  | 'script'
  | 'licence'
  | 'coordinator'
  | 'sovereignty'
  | 'disk-resized'
  | 'other-policy'
  | 'snapshots'
  | 'rdm'
  | 'start-failed'
  | 'stopped-by-person'
  | 'odd'

/** What an incident hits: one policy of a pool, or all policies that use a thing. */
export type Scope =
  | { readonly kind: 'policy'; readonly pool: Pool }
  | { readonly kind: 'proxy' | 'datastore' | 'host' }
  | { readonly kind: 'server'; readonly share: number }

/** When what is a Warning becomes Failed: at once, never, after a share of the incident, or by the policy's RPO reporting. */
export type Escalation = 'at-once' | 'never' | 'by-rpo' | number

/**
 * Incidents of one kind follow each other: one in each period, at a time and of a length chosen by the seed.
 * `lasting` ones fill their period and reach into the next, so that there is one at any time.
 */
export interface StreamKind {
  readonly name: string
  readonly scope: Scope
  readonly causes: readonly Cause[]
  readonly escalation: Escalation
  readonly periodHours: number
  readonly hours: readonly [number, number] | 'lasting'
  /** Minutes over which it spreads from the first VM to the last. */
  readonly spreadMinutes: number
  /** How many streams of this kind an estate of so many policies has. */
  readonly streams: (policies: number) => number
}

function oneIn(share: number, least: number): (policies: number) => number {
  return (policies) => Math.max(least, Math.floor(policies / share))
}

/** All that goes wrong. The two `lasting` kinds see to it that something is failing and something is late at any time. */
export const streamKinds: readonly StreamKind[] = [
  {
    name: 'lasting failure',
    scope: { kind: 'policy', pool: 'failing' },
    causes: [
      'proxy-cache-full',
      'odd',
      'quiesce',
      'filter-version',
      'vm-powered-off',
      'odd',
      'filter-missing',
      'connection-lost',
      'disk-resized',
      'odd',
      'vss',
      'other-policy',
      'host-removed',
      'odd',
      'vib-exists',
      'rdm',
      'script',
      'filter-owned',
    ],
    escalation: 'at-once',
    periodHours: 40,
    hours: 'lasting',
    spreadMinutes: 50,
    streams: oneIn(75, 2),
  },
  {
    name: 'lasting warning',
    scope: { kind: 'policy', pool: 'warning' },
    causes: ['rpo-missed', 'host-overloaded', 'sovereignty', 'rpo-missed', 'odd', 'snapshots'],
    escalation: 'never',
    periodHours: 30,
    hours: 'lasting',
    spreadMinutes: 30,
    streams: oneIn(45, 3),
  },
  {
    name: 'proxy lost',
    scope: { kind: 'proxy' },
    causes: ['proxy-lost', 'proxy-lost', 'connection-lost'],
    escalation: 'at-once',
    periodHours: 90,
    hours: [1, 6],
    spreadMinutes: 20,
    streams: oneIn(150, 1),
  },
  {
    name: 'datastore filling up',
    scope: { kind: 'datastore' },
    causes: ['datastore-full'],
    escalation: 0.4,
    periodHours: 150,
    hours: [8, 40],
    spreadMinutes: 90,
    streams: oneIn(200, 1),
  },
  {
    name: 'burst of missed RPO',
    scope: { kind: 'server', share: 0.2 },
    causes: ['rpo-missed'],
    escalation: 'by-rpo',
    periodHours: 36,
    hours: [0.3, 1.5],
    spreadMinutes: 15,
    streams: () => 1,
  },
  {
    name: 'host in maintenance',
    scope: { kind: 'host' },
    causes: ['host-maintenance', 'host-maintenance', 'host-overloaded'],
    escalation: 'never',
    periodHours: 70,
    hours: [2, 4],
    spreadMinutes: 10,
    streams: oneIn(120, 1),
  },
  {
    name: 'coordinator down',
    scope: { kind: 'server', share: 0.3 },
    causes: ['coordinator'],
    escalation: 'at-once',
    periodHours: 216,
    hours: [0.3, 1],
    spreadMinutes: 5,
    streams: () => 1,
  },
  {
    name: 'licence exceeded',
    scope: { kind: 'server', share: 0.12 },
    causes: ['licence'],
    escalation: 'at-once',
    periodHours: 480,
    hours: [3, 9],
    spreadMinutes: 30,
    streams: () => 1,
  },
]

/** A policy that does not start its sessions: one after the other, each for longer than its turn. */
export const missing = {
  periodHours: 120,
  overlapHours: 50,
  streams: oneIn(400, 1),
} as const
