import { ownSortFields } from '@cdp-watch/contract'
import { fieldsOf } from '@cdp-watch/em-filter'
import type { Random } from './random.ts'

/** What sessions can be sorted by. */
export const sessionSorts: readonly string[] = [
  ...fieldsOf('CdpReplicaSession').map(({ key }) => key),
  ...ownSortFields,
]

/** One to three different fields, most important first. */
export function someSort(random: Random, fields: readonly string[]): string {
  const chosen = new Set(Array.from({ length: random.whole(1, 3) }, () => random.pick(fields)))
  return [...chosen].map((field) => `${random.pick(['', '-'])}${field}`).join(',')
}

/** What is no sort of sessions. */
export const noSorts = [
  '',
  '-',
  ',',
  'size',
  'name,-name',
  'name,',
  'name;state',
  '--name',
  ' name',
  'name desc',
  '__proto__',
  'constructor',
  'name,state,result,uid,health,duration',
]
