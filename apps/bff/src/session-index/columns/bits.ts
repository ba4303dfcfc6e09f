/** A set of whole numbers below a size, in an eighth of the room of an array of bytes. */
export class Bits {
  readonly size: number
  readonly #bytes: Uint8Array
  #isEmpty = true

  /** @param before what it has from the beginning, none of it beyond the size */
  constructor(size: number, before?: Bits) {
    this.size = size
    this.#bytes = new Uint8Array(Math.ceil(size / 8))
    if (!before) return
    this.#bytes.set(before.#bytes)
    this.#isEmpty = before.#isEmpty
  }

  get byteLength(): number {
    return this.#bytes.byteLength
  }

  get isEmpty(): boolean {
    return this.#isEmpty
  }

  add(number: number): void {
    this.#isEmpty = false
    const at = number >> 3
    this.#bytes[at] = (this.#bytes[at] ?? 0) | (1 << (number & 7))
  }

  has(number: number): boolean {
    return ((this.#bytes[number >> 3] ?? 0) & (1 << (number & 7))) !== 0
  }
}
