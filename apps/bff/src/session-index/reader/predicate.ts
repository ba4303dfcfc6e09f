/** Whether the session at a position of the columns passes. */
export type Predicate = (position: number) => boolean

/** Passes where the value at the position is an id whose truth is 1. */
export function byTruth(ids: Uint32Array | Uint16Array | Uint8Array, truth: Uint8Array): Predicate {
  return (position) => truth[ids[position] ?? 0] === 1
}

/** Passes where all do. */
export function every(predicates: readonly Predicate[]): Predicate {
  return (position) => {
    for (const passes of predicates) if (!passes(position)) return false
    return true
  }
}

/** Passes where one does. */
export function some(predicates: readonly Predicate[]): Predicate {
  return (position) => {
    for (const passes of predicates) if (passes(position)) return true
    return false
  }
}
