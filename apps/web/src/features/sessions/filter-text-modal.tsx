import type { FilterTree } from '@cdp-watch/em-filter'
import { Modal } from '@mantine/core'
import { FilterEditor } from '../../ui/filter/filter-editor.tsx'
import { sessionType } from './live-filter.ts'
import { liveDisabledOperators } from './live-limits.ts'

interface FilterTextModalProps {
  text: string
  onApply: (tree: FilterTree | undefined) => void
  onClose: () => void
}

/** The page's filter in EM's own language. */
export function FilterTextModal({ text, onApply, onClose }: FilterTextModalProps) {
  return (
    <Modal opened onClose={onClose} title="Filter as text" size={720} closeOnEscape={false}>
      <FilterEditor
        type={sessionType}
        text={text}
        disabledOperators={liveDisabledOperators}
        onApply={onApply}
        onCancel={onClose}
      />
    </Modal>
  )
}
