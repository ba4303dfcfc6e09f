import { hash } from './random.ts'

/** What a GUID of the simulator stands for. `day` counts UTC days since 1970. */
export interface Identity {
  readonly kind: 'session' | 'task' | 'policy' | 'server' | 'collection'
  readonly policy: number
  readonly day: number
  readonly slot: number
  readonly vm: number
  readonly part: number
}

const kinds = ['session', 'task', 'policy', 'server', 'collection'] as const
const rounds = [0x1b873593, 0xcc9e2d51, 0x52dce729, 0x38495ab5] as const

function hex(word: number, digits: number): string {
  return (word >>> 0).toString(16).padStart(8, '0').slice(0, digits)
}

function scramble(seed: number, identity: Identity): [left: number, right: number] {
  const kind = kinds.indexOf(identity.kind)
  let left = (kind | (identity.policy << 3) | (identity.slot << 23) | (identity.part << 24)) >>> 0
  let right = ((identity.day & 0xffff) | (identity.vm << 16)) >>> 0
  for (const round of rounds) {
    const mixed = (left ^ hash(seed, right, round)) >>> 0
    left = right
    right = mixed
  }
  return [left, right]
}

/** The first eight digits of a GUID as a number: things sort by it as by the whole text. */
export function startOfGuid(guid: string): number {
  return Number.parseInt(guid.slice(0, 8), 16)
}

/** startOfGuid of a thing, without making the text. */
export function guidOrder(seed: number, identity: Identity): number {
  return scramble(seed, identity)[0]
}

/**
 * The GUID of a thing. It holds the identity, scrambled by the seed, so that an Id or a PolicySessionUid leads back
 * to its row without an index of 450 000 texts. Limits: 2^20 policies, 2^16 days, 2^16 VMs, 256 parts, 2 slots.
 */
export function guidOf(seed: number, identity: Identity): string {
  const [left, right] = scramble(seed, identity)
  const digits =
    hex(left, 8) +
    hex(right, 8) +
    hex(hash(seed, left, right, 1), 8) +
    hex(hash(seed, left, right, 2), 6)
  const variant = '89ab'.charAt(hash(seed, left, right, 3) % 4)
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(12, 15)}-${variant}${digits.slice(15, 18)}-${digits.slice(18)}`
}

/** What a GUID stands for, or undefined when this seed has never made it. Any letter case. */
export function identityOf(seed: number, guid: string): Identity | undefined {
  const text = guid.toLowerCase()
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) return undefined
  const digits = text.slice(0, 8) + text.slice(9, 13) + text.slice(15, 18) + text.slice(20, 23)
  let left = Number.parseInt(digits.slice(0, 8), 16)
  let right = Number.parseInt(digits.slice(8, 16), 16)
  for (const round of rounds.toReversed()) {
    const unmixed = (right ^ hash(seed, left, round)) >>> 0
    right = left
    left = unmixed
  }
  const kind = kinds[left & 7]
  if (!kind) return undefined
  const identity: Identity = {
    kind,
    policy: (left >>> 3) & 0xfffff,
    slot: (left >>> 23) & 1,
    part: left >>> 24,
    day: right & 0xffff,
    vm: right >>> 16,
  }
  return guidOf(seed, identity) === text ? identity : undefined
}

/** The GUID in an Id as EM takes them: a bare GUID or a URN that ends in one. */
export function guidInUid(uid: string): string {
  return uid.slice(uid.lastIndexOf(':') + 1)
}
