const slack = 1000

/** The array or, where it is shorter than `length`, a longer one that begins with it. */
export function longEnough(
  array: Uint32Array<ArrayBuffer>,
  length: number,
): Uint32Array<ArrayBuffer> {
  if (length <= array.length) return array
  const longer = new Uint32Array(Math.ceil(length * 1.1) + slack)
  longer.set(array)
  return longer
}
