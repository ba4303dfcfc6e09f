import { useState } from 'react'
import { formatCount } from '../../ui/format-count.ts'
import { HealthMark } from '../../ui/health-mark.tsx'
import { LongText } from '../../ui/long-text.tsx'
import classes from './cause-card.module.css'
import { CauseCard } from './cause-card.tsx'
import type { CauseGroup } from './cause-groups.ts'
import type { CauseTexts } from './cause-texts.ts'
import { toneOf } from './cause-tone.ts'
import { causeSummary } from './cause-words.ts'
import { MarkedText } from './marked-text.tsx'
import { VmNames } from './vm-names.tsx'
import { alikeWords } from './why-words.ts'

const shownFirst = 12

/** The causes of a session's VMs; beyond a dozen, on demand. */
export function CauseGroups({
  groups,
  texts,
}: {
  groups: readonly CauseGroup[]
  texts: CauseTexts
}) {
  const [shown, setShown] = useState<'first' | 'all'>('first')
  const listed = shown === 'all' ? groups : groups.slice(0, shownFirst)
  return (
    <>
      <ul className={classes.causes}>
        {listed.map((group) => (
          <CauseGroupCard key={group.lead.text} group={group} texts={texts} />
        ))}
      </ul>
      {listed.length < groups.length ? (
        <p className={classes.vms}>
          <button type="button" className={classes.more} onClick={() => setShown('all')}>
            Show all {formatCount(groups.length)} causes
          </button>
        </p>
      ) : null}
    </>
  )
}

function CauseGroupCard({ group, texts }: { group: CauseGroup; texts: CauseTexts }) {
  const { lead, alike, vms } = group
  const tone = toneOf(lead.worst)
  const summary = causeSummary(vms)
  return (
    <CauseCard
      tone={tone}
      title={
        tone === 'earlier' ? (
          <span className={classes.earlier}>{summary}</span>
        ) : (
          <HealthMark health={tone === 'recovered' ? 'ok' : lead.worst.health} word={summary} />
        )
      }
      causes={[lead, ...alike]}
      texts={texts}
    >
      <p className={classes.vms}>
        <VmNames vms={vms.map(({ vm }) => vm)} />
      </p>
      {alike.length > 0 ? <AlikeTexts causes={alike} texts={texts} /> : null}
    </CauseCard>
  )
}

function AlikeTexts({ causes, texts }: { causes: CauseGroup['alike']; texts: CauseTexts }) {
  const [shown, setShown] = useState<'closed' | 'open'>('closed')
  return (
    <>
      <p className={classes.vms}>
        <button
          type="button"
          className={classes.more}
          aria-expanded={shown === 'open'}
          onClick={() => setShown(shown === 'open' ? 'closed' : 'open')}
        >
          {alikeWords(causes.length)}
        </button>
      </p>
      {shown === 'closed' ? null : (
        <ul className={classes.alike}>
          {causes.map((cause) => (
            <li key={cause.text}>
              <LongText length={cause.text.length}>
                <MarkedText text={cause.text} names={texts.names} kept={texts.kept} />
              </LongText>
              <p className={classes.vms}>
                {causeSummary(cause.vms)}: <VmNames vms={cause.vms.map(({ vm }) => vm)} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
