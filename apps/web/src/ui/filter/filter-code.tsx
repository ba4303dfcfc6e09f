import type { EntityType } from '@cdp-watch/em-filter'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching } from '@codemirror/language'
import { EditorState, type Extension } from '@codemirror/state'
import { drawSelection, EditorView, keymap, placeholder } from '@codemirror/view'
import { useEffect, useEffectEvent, useImperativeHandle, useRef } from 'react'
import { styleNonce } from '../style-nonce.ts'
import type { DisabledOperators } from './disabled-operators.ts'
import classes from './filter-code.module.css'
import { exampleAfter } from './filter-examples.ts'
import { filterHighlighting } from './filter-highlighting.ts'
import { filterCompletion, filterLint } from './filter-language.ts'

/** What can be done to the text from outside. */
export interface FilterCodeHandle {
  /** Puts an example in at the cursor. */
  insertExample: (example: string) => void
}

interface FilterCodeProps {
  type: EntityType
  initialText: string
  disabledOperators: DisabledOperators
  describedBy: string
  onText: (text: string) => void
  onApply: () => void
  onCancel: () => void
  ref: React.Ref<FilterCodeHandle>
}

const fixed: Extension = [
  // Only \n ends a line: a value that holds \r keeps it.
  EditorState.lineSeparator.of('\n'),
  EditorView.lineWrapping,
  history(),
  drawSelection(),
  bracketMatching(),
  filterHighlighting,
  placeholder('Result=="Failed"'),
  // Chromium keeps the colour of a selection that is typed over, in a style attribute that the
  // content security policy refuses. Typed over by the editor itself, nothing is kept.
  EditorView.domEventHandlers({
    beforeinput: (event, view) => {
      const typedOver = event.inputType === 'insertText' && !view.state.selection.main.empty
      if (!typedOver || event.data === null || view.composing) return false
      view.dispatch(view.state.replaceSelection(event.data), { userEvent: 'input.type' })
      event.preventDefault()
      return true
    },
  }),
]

/** The filter's text: highlighting, completion, errors at their place. It takes the focus when it is shown. */
export function FilterCode(props: FilterCodeProps) {
  const { type, initialText, describedBy, ref } = props
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const disabled = useEffectEvent(() => props.disabledOperators)
  const onText = useEffectEvent(props.onText)
  const onApply = useEffectEvent(props.onApply)
  const onCancel = useEffectEvent(props.onCancel)
  const firstText = useRef(initialText)

  useEffect(() => {
    if (place.current === null) return
    const run = (act: () => void) => () => {
      act()
      return true
    }
    const apply = { run: run(() => onApply()), stopPropagation: true }
    const editor = new EditorView({
      parent: place.current,
      doc: firstText.current,
      selection: { anchor: firstText.current.length },
      extensions: [
        EditorView.cspNonce.of(styleNonce()),
        EditorView.contentAttributes.of({
          'aria-label': 'Filter as text',
          'aria-describedby': describedBy,
          'data-autofocus': 'true',
        }),
        filterCompletion(type, () => disabled()),
        keymap.of([
          { key: 'Mod-Enter', ...apply },
          { key: 'Ctrl-Enter', ...apply },
          { key: 'Escape', run: run(() => onCancel()), stopPropagation: true },
          ...defaultKeymap,
          ...historyKeymap,
        ]),
        filterLint(type, () => disabled()),
        fixed,
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) onText(state.doc.toString())
        }),
      ],
    })
    view.current = editor
    editor.focus()
    return () => {
      firstText.current = editor.state.doc.toString()
      view.current = null
      editor.destroy()
    }
  }, [type, describedBy])

  useImperativeHandle(ref, () => ({
    insertExample: (example) => {
      const editor = view.current
      if (editor === null) return
      const { from } = editor.state.selection.main
      editor.dispatch(
        editor.state.replaceSelection(exampleAfter(editor.state.sliceDoc(0, from), example)),
      )
      editor.focus()
    },
  }))

  return <div ref={place} className={classes.code} />
}
