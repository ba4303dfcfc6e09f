import type { FailureDetail } from '@cdp-watch/contract'
import { formatCount } from '../../ui/format-count.ts'
import { TimeText } from '../../ui/time-text.tsx'
import classes from './group-page.module.css'
import { GroupSection } from './group-section.tsx'
import type { OpenedSession } from './opened-session.ts'
import { SessionAnchor } from './session-anchor.tsx'
import { useMore } from './use-more.tsx'

const shownFirst = 12

interface GroupVmsProps {
  vms: FailureDetail['vms']
  /** How many there are in all. */
  total: number
  opened: OpenedSession
}

/** The VMs that gave the texts, most often first; each leads to its last session with one. */
export function GroupVms({ vms, total, opened }: GroupVmsProps) {
  const { listed, more } = useMore(vms, shownFirst, Math.max(total, vms.length), 'VMs')
  return (
    <GroupSection title="VMs" note={total === 0 ? 'none' : formatCount(total)}>
      {vms.length === 0 ? (
        <p className={classes.none}>The sessions say it of themselves, none of their VMs does.</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">VM</th>
              <th scope="col" data-gives-way>
                Policy
              </th>
              <th scope="col" data-number>
                Sessions
              </th>
              <th scope="col">Last seen</th>
            </tr>
          </thead>
          <tbody>
            {listed.map((each) => (
              <tr
                key={`${each.policyName} ${each.vm}`}
                data-open={each.sessionUid === opened.uid}
                data-vm={each.vm}
              >
                <th scope="row" title={each.vm}>
                  <SessionAnchor uid={each.sessionUid} opened={opened} className={classes.row}>
                    <bdi>{each.vm}</bdi>
                  </SessionAnchor>
                </th>
                <td title={each.policyName} data-gives-way>
                  <bdi>{each.policyName}</bdi>
                </td>
                <td data-number>{formatCount(each.sessions)}</td>
                <td>
                  <TimeText at={each.lastSeenUTC} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more}
    </GroupSection>
  )
}
