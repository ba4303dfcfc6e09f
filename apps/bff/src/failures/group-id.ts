import { hash } from 'node:crypto'
import type { Template } from './template.ts'

/** Grows whenever a text may come into another group than before. */
export const groupingVersion = 2

/** 80 bits: among a million groups two alike are not to be expected. */
const hashLength = 20
const shape = new RegExp(`^(\\d{1,6})-([0-9a-f]{${hashLength}})$`)

/** The id of the group a template belongs to, `<version>-<hash>`: the same wherever and whenever it is made. */
export function groupIdOf(template: Pick<Template, 'key'>): string {
  return `${groupingVersion}-${hash('sha256', template.key, 'hex').slice(0, hashLength)}`
}

/** The parts of a group's id, of any version of the grouping; undefined where it is none. */
export function parseGroupId(id: string): { version: number; hash: string } | undefined {
  const [, version, digits] = shape.exec(id) ?? []
  if (version === undefined || digits === undefined) return undefined
  return { version: Number(version), hash: digits }
}
