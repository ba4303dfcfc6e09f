import type { WallLink } from '@cdp-watch/contract'
import { Button, Table } from '@mantine/core'
import { useNow } from '../../ui/now.ts'
import { AgeText, TimeText } from '../../ui/time-text.tsx'
import { browserWords } from './browser-words.ts'
import { stateOf, stateWords } from './link-state.ts'
import classes from './wall-link-line.module.css'

/** A link, and the screen that was last seen with it. */
export function WallLinkLine({
  link,
  onRevoke,
}: {
  link: WallLink
  onRevoke: (link: WallLink) => void
}) {
  const { name, createdUTC, madeBy, lastSeenUTC, address, version, pageVersion, revokedUTC } = link
  const state = stateOf(link, useNow())
  return (
    <Table.Tr className={classes.line} data-state={state}>
      <Table.Th scope="row" className={classes.name}>
        <bdi>{name}</bdi>
      </Table.Th>
      <Table.Td className={classes.state}>
        {stateWords[state]}
        {revokedUTC === null ? null : (
          <>
            {' '}
            <AgeText at={revokedUTC} />
          </>
        )}
      </Table.Td>
      <Table.Td className={classes.short}>
        {lastSeenUTC === null ? 'never' : <AgeText at={lastSeenUTC} />}
      </Table.Td>
      <Table.Td className={classes.short}>{address || '–'}</Table.Td>
      <Table.Td className={classes.short}>{pageVersion ?? '–'}</Table.Td>
      <Table.Td className={classes.browser} title={version ?? undefined}>
        {version === null ? '–' : <bdi>{browserWords(version)}</bdi>}
      </Table.Td>
      <Table.Td className={classes.made}>
        <TimeText at={createdUTC} />
        {madeBy === null ? null : (
          <>
            {' by '}
            <bdi>{madeBy}</bdi>
          </>
        )}
      </Table.Td>
      <Table.Td>
        {revokedUTC === null ? (
          <Button
            size="compact-sm"
            aria-label={`Revoke the link of ${name}`}
            onClick={() => onRevoke(link)}
          >
            Revoke
          </Button>
        ) : null}
      </Table.Td>
    </Table.Tr>
  )
}
