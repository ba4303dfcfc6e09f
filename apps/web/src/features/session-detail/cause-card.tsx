import { CopyButton } from '../../ui/copy-button.tsx'
import { LongText } from '../../ui/long-text.tsx'
import classes from './cause-card.module.css'
import type { CauseTexts } from './cause-texts.ts'
import type { CauseTone } from './cause-tone.ts'
import type { Cause } from './causes.ts'
import { GroupLink } from './group-link.tsx'
import { MarkedText } from './marked-text.tsx'

interface CauseCardProps {
  tone: CauseTone
  title: React.ReactNode
  /** What is shown as one; the first lends its text. */
  causes: readonly [Pick<Cause, 'text' | 'vms'>, ...Cause[]]
  texts: CauseTexts
  children?: React.ReactNode
}

/** One cause: whom it concerns, its text in full, a way to copy it, and where else it was met. */
export function CauseCard({ tone, title, causes, texts, children }: CauseCardProps) {
  const [{ text }] = causes
  return (
    <li className={classes.cause} data-tone={tone}>
      <div className={classes.head}>
        <span className={classes.title}>{title}</span>
        <span className={classes.ways}>
          <GroupLink texts={texts} causes={causes} />
          <CopyButton text={() => text}>Copy</CopyButton>
        </span>
      </div>
      <LongText length={text.length}>
        <MarkedText text={text} names={texts.names} kept={texts.kept} />
      </LongText>
      {children}
    </li>
  )
}
