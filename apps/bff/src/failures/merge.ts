import { groupIdOf } from './group-id.ts'
import type { Template } from './template.ts'

/** What decides which template stands for others of its group. */
type LeadTemplate = Pick<Template, 'text'>

/** Templates that are one cause. */
export interface MergedTemplate {
  readonly id: string
  /** The shortest of them, which stands for all. */
  readonly lead: Template
  readonly members: readonly Template[]
}

/**
 * Puts templates together that are one cause though their texts differ in a few tokens: in case, blanks
 * and marks, in the kinds of their variable parts, in how long a list of names is, in singular and plural.
 *
 * Merging is safe as each of these is decided by looking at one template alone, by its comparison key.
 * So it is an equivalence, no order and no other template matters, and an id never changes as texts
 * arrive. Merging what is alike but for a word, once enough of it was seen, could do neither: the id of
 * a group would depend on what else had been seen, and `disk is full` would join `disk is lost`.
 */
export function merge(templates: Iterable<Template>): MergedTemplate[] {
  return [...Map.groupBy(templates, groupIdOf)].map(([id, members]) => {
    const sorted = members.toSorted(compareTemplates)
    return { id, lead: sorted.reduce((first) => first), members: sorted }
  })
}

/** The shortest first, which stands for all; those of one length in the order of their code units. */
export function compareTemplates(a: LeadTemplate, b: LeadTemplate): number {
  if (a.text.length !== b.text.length) return a.text.length - b.text.length
  if (a.text === b.text) return 0
  return a.text < b.text ? -1 : 1
}
