/** A part of the memory that can be saved as the numbers that it is made of. `Extent`: what of it is not in its bytes. */
export interface SavedPart<Extent> {
  readonly extent: Extent
  /** The bytes of its arrays, in an order that never changes. */
  parts(): Uint8Array[]
  /** How many bytes the parts of something of this extent have. */
  sizeOf(extent: Extent): number
  /** Makes room, where it is empty, for something of this extent: where the bytes of its parts are to be put. `completeFrom` must follow. */
  makeRoom(extent: Extent): Uint8Array[]
  /** Makes what was put into the parts usable. */
  completeFrom(extent: Extent): void
}
