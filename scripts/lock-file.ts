import { readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './root.ts'

/** A package of npm's that the project installs. */
export interface LockedPackage {
  name: string
  version: string
  /** Where it comes from, and what its bytes must be; undefined where the lock file does not say. */
  resolved: string | undefined
  integrity: string | undefined
  /** SPDX expression; '' where it names none. */
  license: string
  /** Only for building and testing. */
  isDev: boolean
}

/** The packages of others in the lock file, in its order; one that is there twice is given twice. */
export function lockedPackages(file = path.join(root, 'package-lock.json')): LockedPackage[] {
  const { packages } = JSON.parse(readFileSync(file, 'utf8'))
  return Object.entries<Record<string, unknown>>(packages).flatMap(([where, entry]) => {
    const own = where.split('node_modules/').at(-1) ?? ''
    if (!where.includes('node_modules/') || entry.link === true) return []
    return {
      name: textOf(entry.name) ?? own,
      version: textOf(entry.version) ?? '',
      resolved: textOf(entry.resolved),
      integrity: textOf(entry.integrity),
      license: textOf(entry.license) ?? '',
      isDev: entry.dev === true,
    }
  })
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
