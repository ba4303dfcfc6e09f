import { CopyButton } from '../../ui/copy-button.tsx'
import classes from './cause-card.module.css'
import type { CauseTone } from './cause-tone.ts'
import { LongText } from './long-text.tsx'
import type { NameSet } from './name-set.ts'

interface CauseCardProps {
  tone: CauseTone
  title: React.ReactNode
  text: string
  names: NameSet
  children?: React.ReactNode
}

/** One cause: whom it concerns, its text in full, and a way to copy it. */
export function CauseCard({ tone, title, text, names, children }: CauseCardProps) {
  return (
    <li className={classes.cause} data-tone={tone}>
      <div className={classes.head}>
        <span className={classes.title}>{title}</span>
        <CopyButton text={() => text}>Copy</CopyButton>
      </div>
      <LongText text={text} names={names} />
      {children}
    </li>
  )
}
