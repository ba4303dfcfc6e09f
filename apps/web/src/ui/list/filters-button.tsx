import { Button } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'

const RailDrawer = lazy(() =>
  import('./rail-drawer.tsx').then((module) => ({ default: module.RailDrawer })),
)

/** Opens the rail where it is not beside the rows; `used` tells how many of its lists are in use. */
export function FiltersButton({ used, rail }: { used: number; rail: React.ReactNode }) {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button
        leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        Filters{used > 0 ? ` (${used})` : ''}
      </Button>
      {opened ? (
        <Suspense>
          <RailDrawer onClose={() => setOpened(false)}>{rail}</RailDrawer>
        </Suspense>
      ) : null}
    </>
  )
}
