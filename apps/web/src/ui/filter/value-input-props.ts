import type { ConditionDraft } from './condition-draft.ts'

/** What every input of a condition's value takes. */
export interface ValueInputProps {
  draft: ConditionDraft
  suggestions: readonly string[]
  /** Id of the sentence that says what is wrong with the value, or undefined. */
  problemId: string | undefined
  onDraft: (change: Partial<Pick<ConditionDraft, 'typed' | 'values'>>) => void
  /** Takes what is typed as one of several values. */
  onTake: () => void
}
