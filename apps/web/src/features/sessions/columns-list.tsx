import { Button, Checkbox, Stack } from '@mantine/core'
import { columnFacts } from './column-facts.ts'
import { type ColumnId, columnIds, usualColumns } from './column-ids.ts'

interface ColumnsListProps {
  visible: readonly ColumnId[]
  onChange: (columns: ColumnId[] | undefined) => void
}

/** The columns there are, each with whether it is shown. */
export function ColumnsList({ visible, onChange }: ColumnsListProps) {
  const toggle = (id: ColumnId) => {
    const next = columnIds.filter((each) =>
      each === id ? !visible.includes(id) : visible.includes(each),
    )
    onChange(next.length === 0 || next.join() === usualColumns.join() ? undefined : next)
  }
  return (
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
  )
}
