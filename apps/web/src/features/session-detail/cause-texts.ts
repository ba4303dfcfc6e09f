import type { KeptTexts } from './kept-texts.ts'
import type { NameSet } from './name-set.ts'

/** What is needed to show the texts of a session's causes. */
export interface CauseTexts {
  readonly names: NameSet
  readonly kept: KeptTexts
  /** Address of a group's page, and the way there; undefined where there is none to go to. */
  readonly group:
    | { readonly linkOf: (id: string) => string; readonly onOpen: (id: string) => void }
    | undefined
}
