import type { FuzzRequest } from './fuzz-request.ts'

/** What was asked for, by the names of the parameters. */
export class Asked {
  readonly path: string
  readonly #pairs: FuzzRequest['asked']

  constructor({ asked, target }: FuzzRequest) {
    this.#pairs = asked
    this.path = decodeURIComponent(target.split('?')[0] ?? '')
  }

  all(name: string): string[] {
    return this.#pairs.filter((pair) => pair[0] === name).map((pair) => pair[1])
  }

  one(name: string): string | undefined {
    return this.all(name)[0]
  }

  /** Whether a value is among those asked for; any is where none were. */
  allows(name: string, value: string | null): boolean {
    const values = this.all(name)
    return values.length === 0 || (value !== null && values.includes(value))
  }

  /** How many of `total` are to be had. */
  share(total: number, usualLimit: number): number {
    const limit = Number(this.one('limit') ?? usualLimit)
    return Math.max(0, Math.min(limit, total - Number(this.one('offset') ?? 0)))
  }
}

/** What is so, and what to say where it is not. */
export function complaint(isWell: boolean, sentence: string): string[] {
  return isWell ? [] : [sentence]
}

/** Values of an item that are not among those asked for. */
export function beyond<K extends string>(
  asked: Asked,
  item: Readonly<Record<K, string | null>>,
  names: readonly K[],
): string[] {
  return names.flatMap((name) =>
    complaint(asked.allows(name, item[name]), `${name} is ${item[name]}, which was not asked for`),
  )
}
