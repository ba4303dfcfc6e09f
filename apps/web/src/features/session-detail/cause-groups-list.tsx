import { useState } from 'react'
import { formatCount } from '../../ui/format-count.ts'
import { HealthMark } from '../../ui/health-mark.tsx'
import classes from './cause-card.module.css'
import { CauseCard } from './cause-card.tsx'
import type { CauseGroup } from './cause-groups.ts'
import { toneOf } from './cause-tone.ts'
import { causeSummary } from './cause-words.ts'
import { LongText } from './long-text.tsx'
import type { NameSet } from './name-set.ts'
import { VmNames } from './vm-names.tsx'
import { alikeWords } from './why-words.ts'

const shownFirst = 12

/** The causes of a session's VMs; beyond a dozen, on demand. */
export function CauseGroups({ groups, names }: { groups: readonly CauseGroup[]; names: NameSet }) {
  const [shown, setShown] = useState<'first' | 'all'>('first')
  const listed = shown === 'all' ? groups : groups.slice(0, shownFirst)
  return (
    <>
      <ul className={classes.causes}>
        {listed.map((group) => (
          <CauseGroupCard key={group.lead.text} group={group} names={names} />
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

function CauseGroupCard({ group, names }: { group: CauseGroup; names: NameSet }) {
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
      text={lead.text}
      names={names}
    >
      <p className={classes.vms}>
        <VmNames vms={vms.map(({ vm }) => vm)} />
      </p>
      {alike.length > 0 ? <AlikeTexts causes={alike} names={names} /> : null}
    </CauseCard>
  )
}

function AlikeTexts({ causes, names }: { causes: CauseGroup['alike']; names: NameSet }) {
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
              <LongText text={cause.text} names={names} />
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
