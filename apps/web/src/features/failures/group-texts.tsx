import type { FailureDetail } from '@cdp-watch/contract'
import { CopyButton } from '../../ui/copy-button.tsx'
import { countOf, formatCount } from '../../ui/format-count.ts'
import { LongText } from '../../ui/long-text.tsx'
import { MarkedParts } from '../../ui/marked-parts.tsx'
import { TimeText } from '../../ui/time-text.tsx'
import { GroupSection } from './group-section.tsx'
import classes from './group-texts.module.css'
import type { OpenedSession } from './opened-session.ts'
import { SessionAnchor } from './session-anchor.tsx'
import { useMore } from './use-more.tsx'

const shownFirst = 5

interface GroupTextsProps {
  texts: FailureDetail['texts']
  /** How many there are in all. */
  total: number
  opened: OpenedSession
}

/** Each distinct text of a group in full, what varies marked; most often met first. */
export function GroupTexts({ texts, total, opened }: GroupTextsProps) {
  const { listed, more } = useMore(texts, shownFirst, total, 'texts')
  return (
    <GroupSection title="Texts" note={`${formatCount(total)} in all`}>
      <ul className={classes.texts}>
        {listed.map(({ text, parts, sessions, lastSeenUTC, sessionUid }) => (
          <li key={text}>
            <div className={classes.head}>
              <SessionAnchor uid={sessionUid} opened={opened}>
                in {countOf(sessions, 'session')}
              </SessionAnchor>
              <span>
                last <TimeText at={lastSeenUTC} />
              </span>
              <span className={classes.copy}>
                <CopyButton text={() => text}>Copy</CopyButton>
              </span>
            </div>
            <LongText length={text.length}>
              <MarkedParts parts={parts} />
            </LongText>
          </li>
        ))}
      </ul>
      {more}
    </GroupSection>
  )
}
