import { Button, Popover } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { lazy, memo, Suspense } from 'react'
import type { ColumnId } from './column-ids.ts'

const ColumnsList = lazy(() =>
  import('./columns-list.tsx').then((module) => ({ default: module.ColumnsList })),
)

interface ColumnsMenuProps {
  visible: readonly ColumnId[]
  onChange: (columns: ColumnId[] | undefined) => void
}

/** Which columns the table shows. */
export const ColumnsMenu = memo((props: ColumnsMenuProps) => {
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Button leftSection={<IconColumns3 size={16} aria-hidden />}>Columns</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense fallback="Loading…">
          <ColumnsList {...props} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
})
