import { useDebouncedCallback, useHotkeys } from '@mantine/hooks'
import { IconSearch, IconX } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import classes from './search-box.module.css'

/** So long typing rests before the index is asked. */
const typingRestMs = 160

interface SearchBoxProps {
  text: string
  /** `isFirst`: the first change since the box was entered; those after it amend it. */
  onText: (text: string, isFirst: boolean) => void
  /** Why it cannot be searched now. */
  disabledReason: string | undefined
}

/** Searches failure texts and names. `/` leads into it, Escape empties it, then leaves it. */
export function SearchBox({ text, onText, disabledReason }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null)
  // `seen` is the address' text as it was last, `told` what was last told from here.
  const [typed, setTyped] = useState({ text, seen: text, told: text })
  const [isEdited, setEdited] = useState(false)
  if (typed.seen !== text) {
    setTyped(text === typed.told ? { ...typed, seen: text } : { text, seen: text, told: text })
  }
  const tell = useDebouncedCallback((next: string) => {
    const told = next.trim()
    setTyped((before) => ({ ...before, told }))
    onText(told, !isEdited)
    setEdited(true)
  }, typingRestMs)
  const change = (next: string) => {
    setTyped({ ...typed, text: next })
    tell(next)
  }
  useHotkeys([['/', () => input.current?.focus()]])
  const isDisabled = disabledReason !== undefined
  return (
    <div className={classes.box} data-disabled={isDisabled} title={disabledReason}>
      <IconSearch size={16} aria-hidden />
      <input
        ref={input}
        type="search"
        aria-label="Search"
        aria-description={disabledReason}
        placeholder={disabledReason ?? 'Search failure text, policy, VM, server…'}
        readOnly={isDisabled}
        aria-disabled={isDisabled}
        maxLength={200}
        dir="auto"
        value={typed.text}
        onChange={(event) => change(event.currentTarget.value)}
        onBlur={() => {
          tell.flush()
          setEdited(false)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') tell.flush()
          if (event.key !== 'Escape') return
          event.stopPropagation()
          if (typed.text === '' || isDisabled) event.currentTarget.blur()
          else change('')
        }}
      />
      {typed.text === '' ? (
        <kbd>/</kbd>
      ) : isDisabled ? null : (
        <button type="button" aria-label="Empty the search" onClick={() => change('')}>
          <IconX size={14} aria-hidden />
        </button>
      )}
    </div>
  )
}
