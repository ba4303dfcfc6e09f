import { groupIdOf, groupingVersion } from './group-id.ts'
import type { KnownNames } from './scan/known-names.ts'
import { templateOf } from './template.ts'

/** The group of a text: its id, and the template of this very text. */
export interface GroupedText {
  readonly id: string
  readonly template: string
}

/** A way of telling which group a failure text is in. */
export interface Grouping {
  /** Another one whenever a text may come into another group than before. */
  readonly version: number
  /** `names` are those of the very row that has the text. */
  groupOf(text: string, names: KnownNames): GroupedText
}

/** The way that failure texts are grouped now. */
export const currentGrouping: Grouping = {
  version: groupingVersion,
  groupOf: (text, names) => {
    const template = templateOf(text, names)
    return { id: groupIdOf(template), template: template.text }
  },
}
