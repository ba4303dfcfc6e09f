import type { FilterTree } from '@cdp-watch/em-filter'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { ConditionPopover } from './condition-popover.tsx'
import { addRow } from './filter-rows.ts'
import type { FilterSource } from './filter-source.ts'

export interface FilterBuilderProps extends FilterSource {
  tree: FilterTree | undefined
  onChange: (tree: FilterTree | undefined) => void
}

/** "+ Filter": adds a condition to the filter. */
export function FilterBuilder({ tree, onChange, ...source }: FilterBuilderProps) {
  const opener = useRef<HTMLButtonElement>(null)
  const [opened, setOpened] = useState(false)
  return (
    <ConditionPopover
      source={source}
      opener={opener}
      opened={opened}
      onOpened={setOpened}
      onSubmit={(row) => onChange(addRow(tree, row))}
    >
      <Button
        ref={opener}
        leftSection={<IconPlus size={16} aria-hidden />}
        aria-label="Add filter"
        onClick={() => setOpened(!opened)}
      >
        Filter
      </Button>
    </ConditionPopover>
  )
}
