import { useState } from 'react'
import { optionId } from './option-list.tsx'

interface OptionKeys {
  /** Index of the option that Enter would pick; -1 for none. */
  readonly active: number
  readonly setActive: (index: number) => void
  /** Moves the active option for ↑ and ↓; true when the key was one of these. */
  readonly onArrow: (event: React.KeyboardEvent) => boolean
  readonly aria: {
    readonly role: 'combobox'
    readonly 'aria-autocomplete': 'list'
    readonly 'aria-expanded': boolean
    readonly 'aria-controls': string
    readonly 'aria-activedescendant': string | undefined
  }
}

/** The keys and ARIA attributes of an input with an `OptionList` of `count` options. */
export function useOptionKeys(listId: string, count: number, initial: 0 | -1): OptionKeys {
  const [wanted, setActive] = useState<number>(initial)
  const active = Math.min(wanted, count - 1)
  return {
    active,
    setActive,
    onArrow: (event) => {
      const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      if (by === 0 || count === 0) return false
      event.preventDefault()
      setActive(Math.max(active + by, by === -1 && active <= 0 ? count - 1 : 0) % count)
      return true
    },
    aria: {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': count > 0,
      'aria-controls': listId,
      'aria-activedescendant': active === -1 ? undefined : optionId(listId, active),
    },
  }
}
