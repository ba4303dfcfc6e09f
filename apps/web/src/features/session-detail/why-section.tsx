import { healthWords } from '../../ui/health.ts'
import { HealthMark } from '../../ui/health-mark.tsx'
import classes from './cause-card.module.css'
import { CauseCard } from './cause-card.tsx'
import { CauseGroups } from './cause-groups-list.tsx'
import type { CauseTexts } from './cause-texts.ts'
import { toneOf } from './cause-tone.ts'
import { Section } from './section.tsx'
import { VmNames } from './vm-names.tsx'
import type { Why } from './why.ts'
import { silentWords, whyNote, whySentence } from './why-words.ts'

/** Why a session is as it is. */
export function WhySection({ why, texts }: { why: Why; texts: CauseTexts }) {
  return (
    <Section title="Why" note={whyNote(why)}>
      <Reasons why={why} texts={texts} />
    </Section>
  )
}

function Reasons({ why, texts }: { why: Why; texts: CauseTexts }) {
  switch (why.kind) {
    case 'own-message':
      return (
        <div className={classes.causes}>
          <ul className={classes.causes}>
            <CauseCard
              key={why.text}
              tone={toneOf({ health: why.health, standing: 'now' })}
              title={<HealthMark health={why.health} word={healthWords[why.health]} />}
              causes={[{ text: why.text, vms: [] }]}
              texts={texts}
            />
          </ul>
          {why.groups.length === 0 ? null : <CauseGroups groups={why.groups} texts={texts} />}
        </div>
      )
    case 'vm-reasons':
      return (
        <>
          <CauseGroups groups={why.groups} texts={texts} />
          <SilentVms vms={why.silent} />
        </>
      )
    case 'no-reason':
      return (
        <>
          <p>{whySentence(why)}</p>
          <SilentVms vms={why.silent} />
        </>
      )
    default:
      return <p className={classes.sentence}>{whySentence(why)}</p>
  }
}

function SilentVms({ vms }: { vms: readonly string[] }) {
  if (vms.length === 0) return null
  return (
    <p className={classes.vms}>
      {silentWords(vms)}: <VmNames vms={vms} />
    </p>
  )
}
