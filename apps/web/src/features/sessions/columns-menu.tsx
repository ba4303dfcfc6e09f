import { Button, Checkbox, Popover, Stack } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { type ColumnId, columnIds, usualColumns } from './column-ids.ts'
import { columnFacts } from './session-columns.tsx'

interface ColumnsMenuProps {
  visible: readonly ColumnId[]
  onChange: (columns: ColumnId[] | undefined) => void
}

/** Which columns the table shows. */
export function ColumnsMenu({ visible, onChange }: ColumnsMenuProps) {
  const toggle = (id: ColumnId) => {
    const next = columnIds.filter((each) =>
      each === id ? !visible.includes(id) : visible.includes(each),
    )
    onChange(next.length === 0 || next.join() === usualColumns.join() ? undefined : next)
  }
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Button leftSection={<IconColumns3 size={16} aria-hidden />}>Columns</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={8}>
          {columnIds.map((id) => (
            <Checkbox
              key={id}
              size="xs"
              label={columnFacts[id].label}
              checked={visible.includes(id)}
              onChange={() => toggle(id)}
            />
          ))}
          <Button size="compact-sm" onClick={() => onChange(undefined)}>
            Usual columns
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
