import type { FailureDetail } from '@cdp-watch/contract'
import { formatCount } from '../../ui/format-count.ts'
import classes from './group-page.module.css'
import { GroupSection } from './group-section.tsx'
import { StatusMark } from './status-mark.tsx'
import { useMore } from './use-more.tsx'

const shownFirst = 12

interface GroupPoliciesProps {
  policies: FailureDetail['policies']
  /** How many there are in all. */
  total: number
}

/** The policies concerned: those that are not well yet first. */
export function GroupPolicies({ policies, total }: GroupPoliciesProps) {
  const { listed, more } = useMore(policies, shownFirst, total, 'policies')
  const recovered = policies.filter(({ isRecovered }) => isRecovered).length
  return (
    <GroupSection
      title="Policies"
      note={`${formatCount(recovered)} of ${formatCount(policies.length)} recovered`}
    >
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Policy</th>
            <th scope="col">Recovered</th>
            <th scope="col" data-number>
              Sessions
            </th>
          </tr>
        </thead>
        <tbody>
          {listed.map(({ uid, name, sessions, isRecovered }) => (
            <tr key={uid}>
              <th scope="row" title={name}>
                <bdi>{name}</bdi>
              </th>
              <td>
                {isRecovered ? (
                  <StatusMark status="recovered" />
                ) : (
                  <StatusMark status="ongoing" word="Not yet" />
                )}
              </td>
              <td data-number>{formatCount(sessions)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </GroupSection>
  )
}
