import type { WireValue } from './value.ts'
import { isWireObject } from './value.ts'

/** EM v12 writes names in PascalCase, v13 in camelCase. */
export type JsonCase = 'camel' | 'pascal'

const camelNames = new Map<string, string>()

/** `UID` → `uid`, `CreationTimeUTC` → `creationTimeUTC`, `NASJobs` → `nasJobs`, as .NET does it. */
export function camelName(name: string): string {
  const known = camelNames.get(name)
  if (known !== undefined) return known
  const capitals = /^[A-Z]+/.exec(name)?.[0].length ?? 0
  const lowered = capitals <= 1 || capitals === name.length ? capitals : capitals - 1
  const camel = name.slice(0, lowered).toLowerCase() + name.slice(lowered)
  camelNames.set(name, camel)
  return camel
}

function withCamelNames(value: WireValue): WireValue {
  if (Array.isArray(value)) return value.map(withCamelNames)
  if (!isWireObject(value)) return value
  const renamed: { [name: string]: WireValue } = {}
  for (const name in value) {
    const own = value[name]
    if (own !== undefined) renamed[camelName(name)] = withCamelNames(own)
  }
  return renamed
}

/** A payload as JSON text. */
export function printJson(value: WireValue, jsonCase: JsonCase): string {
  return JSON.stringify(jsonCase === 'camel' ? withCamelNames(value) : value)
}
