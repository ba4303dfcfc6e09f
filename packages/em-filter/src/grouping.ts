import { type FilterError, maxFilterDepth } from './filter-error.ts'
import type { Lexeme } from './lexeme.ts'
import { and, type FilterTree, or } from './tree.ts'

/** A parenthesis that is still open, or the whole text. */
interface Frame {
  readonly open: Lexeme | undefined
  readonly alternatives: FilterTree[]
  readonly conjunction: FilterTree[]
}

const frameOf = (open: Lexeme | undefined): Frame => ({ open, alternatives: [], conjunction: [] })

const unbalanced = ({ start, end }: Lexeme, message: string): FilterError => ({
  code: 'unbalanced-parenthesis',
  message,
  start,
  end,
})

/** The groups of a text that is read from left to right, with `;` binding tighter than `,`. */
export class Grouping {
  readonly #outer: Frame[] = []
  #frame = frameOf(undefined)

  /** Whether a parenthesis is open. */
  get isInside(): boolean {
    return this.#outer.length > 0
  }

  /** Takes a condition. Those between two `,` must all hold. */
  add(condition: FilterTree): void {
    this.#frame.conjunction.push(condition)
  }

  /** Takes a `,`. */
  endAlternative(): void {
    const tree = and(...this.#frame.conjunction.splice(0))
    if (tree !== undefined) this.#frame.alternatives.push(tree)
  }

  /** Takes a `(`; the error of one that is too deep. */
  open(at: Lexeme): FilterError | undefined {
    if (this.#outer.length === maxFilterDepth) {
      const message = `Parentheses nest at most ${maxFilterDepth} deep.`
      return { code: 'too-deep', message, start: at.start, end: at.end }
    }
    this.#outer.push(this.#frame)
    this.#frame = frameOf(at)
    return undefined
  }

  /** Takes a `)`; the error of one that closes nothing. */
  close(at: Lexeme): FilterError | undefined {
    const parent = this.#outer.pop()
    if (parent === undefined) {
      return unbalanced(at, 'This ")" closes nothing: remove it, or add a "(" before it.')
    }
    const tree = this.end()
    if (tree !== undefined) parent.conjunction.push(tree)
    this.#frame = parent
    return undefined
  }

  /** The filter within the innermost open parenthesis, at the end the whole; undefined where it is empty. */
  end(): FilterTree | undefined {
    this.endAlternative()
    const { alternatives } = this.#frame
    return alternatives.length === 0 ? undefined : or(...alternatives)
  }

  /** The errors of the parentheses that are still open. */
  unclosed(): FilterError[] {
    return [...this.#outer, this.#frame].flatMap(({ open }) =>
      open === undefined
        ? []
        : [unbalanced(open, 'This "(" is never closed: add a ")" after its last condition.')],
    )
  }
}
