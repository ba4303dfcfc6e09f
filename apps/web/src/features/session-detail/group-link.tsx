import { useNow } from '../../ui/now.ts'
import { useZone } from '../../ui/time-zone.ts'
import { alsoWords } from './also-words.ts'
import classes from './cause-card.module.css'
import type { CauseTexts } from './cause-texts.ts'
import type { Cause } from './causes.ts'
import { keptOf } from './kept-texts.ts'

interface GroupLinkProps {
  texts: CauseTexts
  /** Causes that are shown as one. */
  causes: readonly Pick<Cause, 'text' | 'vms'>[]
}

/** Where else a cause was met, as the way to all of it. */
export function GroupLink({ texts: { kept, group }, causes }: GroupLinkProps) {
  const [zone] = useZone()
  const now = useNow()
  const known = keptOf(kept, causes)
  const id = known?.groupId ?? null
  if (!known || id === null || !group) return null
  return (
    <a
      className={classes.group}
      href={group.linkOf(id)}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        group.onOpen(id)
      }}
    >
      {alsoWords(known.group, zone, now)}
      {'\u00a0→'}
    </a>
  )
}
