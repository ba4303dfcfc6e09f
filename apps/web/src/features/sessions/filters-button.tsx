import { Button } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { choiceFields } from './choice-fields.ts'
import type { SessionsSearch } from './sessions-search.ts'

const RailDrawer = lazy(() =>
  import('../../ui/list/rail-drawer.tsx').then((module) => ({ default: module.RailDrawer })),
)

/** Opens the rail where it is not beside the rows; tells how many of its lists are in use. */
export function FiltersButton({ search, rail }: { search: SessionsSearch; rail: React.ReactNode }) {
  const [opened, setOpened] = useState(false)
  const used = choiceFields.filter(({ key }) => search[key] !== undefined).length
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
