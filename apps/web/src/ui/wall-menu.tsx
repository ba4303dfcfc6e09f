import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconDeviceTv, IconExternalLink, IconLink } from '@tabler/icons-react'
import { leftOutWords, type WallFilters, wallAddress, wallLinkAddress } from './wall-address.ts'
import classes from './wall-menu.module.css'

interface WallMenuProps {
  /** What the page shows, as far as a wall can. */
  filters: WallFilters
  /** What narrows the page and no wall can hold, as people call it. */
  leftOut?: readonly string[]
}

/** Shows what a page shows on a wall: here, or on a screen that is let in by a link. Says what the wall leaves out. */
export function WallMenu({ filters, leftOut = [] }: WallMenuProps) {
  return (
    <Menu position="bottom-end" width={310}>
      <Menu.Target>
        <Button
          size="sm"
          leftSection={<IconDeviceTv size={16} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          Show on a wall
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component="a"
          href={wallAddress(filters)}
          target="_blank"
          rel="noopener"
          leftSection={<IconExternalLink size={16} aria-hidden />}
        >
          Open the wall in a new tab
        </Menu.Item>
        <Menu.Item
          component="a"
          href={wallLinkAddress(filters)}
          leftSection={<IconLink size={16} aria-hidden />}
        >
          Make a wall link for a screen
        </Menu.Item>
        <Menu.Label className={classes.words}>{leftOutWords(leftOut)}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  )
}
