import type { WallLink } from '@cdp-watch/contract'
import { ScrollArea, Skeleton, Table, VisuallyHidden } from '@mantine/core'
import type { RefObject } from 'react'
import plain from '../../ui/plain-page.module.css'
import { goodFirst } from './link-state.ts'
import { WallLinkLine } from './wall-link-line.tsx'
import classes from './wall-links-list.module.css'

interface WallLinksListProps {
  links: readonly WallLink[]
  onRevoke: (link: WallLink) => void
  listRef: RefObject<HTMLDivElement | null>
}

/** All links with the screens that use them, those that are good first. */
export function WallLinksList({ links, onRevoke, listRef }: WallLinksListProps) {
  return (
    <ScrollArea
      className={plain.scroller}
      viewportRef={listRef}
      viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': 'Links' }}
    >
      <Table className={plain.table} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Screen</Table.Th>
            <Table.Th>State</Table.Th>
            <Table.Th>Last seen</Table.Th>
            <Table.Th>Address</Table.Th>
            <Table.Th>Version</Table.Th>
            <Table.Th>Browser</Table.Th>
            <Table.Th>Made</Table.Th>
            <Table.Th>
              <VisuallyHidden>What can be done</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {goodFirst(links).map((link) => (
            <WallLinkLine key={link.id} link={link} onRevoke={onRevoke} />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  )
}

/** In the place of links that are still being asked for. */
export function WallLinksSkeleton() {
  return (
    <div className={classes.skeleton} role="status" aria-label="Links are being loaded">
      <Skeleton height={34} />
      <Skeleton height={34} />
      <Skeleton height={34} />
    </div>
  )
}
