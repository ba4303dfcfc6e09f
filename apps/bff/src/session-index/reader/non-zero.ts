/** The indices of the values that are not 0, in order. */
export function nonZero(values: Uint8Array | Uint32Array): Uint32Array {
  const indices = new Uint32Array(values.length)
  let found = 0
  for (let index = 0; index < values.length; index += 1) {
    if (values[index] === 0) continue
    indices[found] = index
    found += 1
  }
  return indices.subarray(0, found)
}
