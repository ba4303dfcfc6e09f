/** A payload before it is printed: names in PascalCase, as in EM's XML and its v12 JSON. */
export type WireValue = string | number | boolean | null | readonly WireValue[] | WireObject
export type WireObject = { readonly [name: string]: WireValue }

/** Whether a value is an object with names. */
export function isWireObject(value: WireValue): value is WireObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
