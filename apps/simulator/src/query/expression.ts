/** All that EM knows, the longer ones before those that they begin with. */
export const operators = ['==', '!=', '>=', '<=', '>', '<'] as const
export type Operator = (typeof operators)[number]

/** A filter as read: names and values as they were written. */
export type Expression =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Expression[] }
  | {
      readonly kind: 'comparison'
      readonly field: string
      readonly operator: Operator
      readonly value: string
    }

/** A filter or sort that EM does not take. It answers these with 500, and says why in the Message. */
export class FilterError extends Error {}
