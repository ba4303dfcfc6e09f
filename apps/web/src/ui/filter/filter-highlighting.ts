import { type FilterToken, tokenize } from '@cdp-watch/em-filter'
import { type EditorState, type Extension, RangeSetBuilder, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'
import classes from './filter-highlighting.module.css'

const mark = (name: string | undefined) => Decoration.mark({ class: name ?? '' })

const marks: Readonly<Record<FilterToken['kind'], Decoration | undefined>> = {
  field: mark(classes.field),
  operator: mark(classes.operator),
  value: mark(classes.value),
  connective: mark(classes.connective),
  parenthesis: mark(classes.connective),
  error: mark(classes.error),
  space: undefined,
}

const colour = (state: EditorState): DecorationSet => {
  const builder = new RangeSetBuilder<Decoration>()
  for (const { kind, start, end } of tokenize(state.doc.toString())) {
    const decoration = marks[kind]
    if (decoration !== undefined) builder.add(start, end, decoration)
  }
  return builder.finish()
}

/** Colours the parts of a filter. The whole text is cut anew on each change: a filter is short. */
export const filterHighlighting: Extension = StateField.define<DecorationSet>({
  create: colour,
  update: (colours, { docChanged, state }) => (docChanged ? colour(state) : colours),
  provide: (field) => EditorView.decorations.from(field),
})
