import { Button } from '@mantine/core'
import { IconDeviceTv } from '@tabler/icons-react'
import { type WallFilters, wallAddress } from './wall-address.ts'

/** Opens the wall for what a page shows, in a tab of its own. */
export function WallAnchor({ filters }: { filters: WallFilters }) {
  return (
    <Button
      component="a"
      href={wallAddress(filters)}
      target="_blank"
      rel="noopener"
      size="sm"
      leftSection={<IconDeviceTv size={16} aria-hidden />}
    >
      Show on a wall
    </Button>
  )
}
