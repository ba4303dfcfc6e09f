import type { Template } from './template.ts'

/** What decides which template stands for others of its group. */
type LeadTemplate = Pick<Template, 'text'>

/** The shortest first, which stands for all of a group; those of one length in the order of their code units. */
export function compareTemplates(a: LeadTemplate, b: LeadTemplate): number {
  if (a.text.length !== b.text.length) return a.text.length - b.text.length
  if (a.text === b.text) return 0
  return a.text < b.text ? -1 : 1
}
