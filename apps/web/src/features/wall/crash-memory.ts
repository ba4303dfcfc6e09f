import { isNumber, objectOf, readJson } from '../../api/guard.ts'
import type { Crashes } from './reload-plan.ts'

const key = 'cdp-wall-crashes'
const isCrashes = objectOf<Crashes>({ count: isNumber, at: isNumber })

/** The crashes in a row that this screen remembers over its reloads; null for none, or where it may keep nothing. */
export function recallCrashes(): Crashes | null {
  const kept = readJson(readKept())
  return isCrashes(kept) ? kept : null
}

function readKept(): string {
  try {
    return sessionStorage.getItem(key) ?? ''
  } catch (cause) {
    if (cause instanceof DOMException) return ''
    throw cause
  }
}

/** Remembers crashes over reloads. A browser that keeps nothing waits a minute after each. */
export function rememberCrashes(crashes: Crashes): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(crashes))
  } catch (cause) {
    if (!(cause instanceof DOMException)) throw cause
  }
}
