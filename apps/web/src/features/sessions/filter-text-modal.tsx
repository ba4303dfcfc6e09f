import type { FilterTree } from '@cdp-watch/em-filter'
import { Modal } from '@mantine/core'
import type { DisabledOperators } from '../../ui/filter/disabled-operators.ts'
import { FilterEditor } from '../../ui/filter/filter-editor.tsx'
import { sessionType } from './session-type.ts'

interface FilterTextModalProps {
  text: string
  disabledOperators: DisabledOperators
  onApply: (tree: FilterTree | undefined) => void
  onClose: () => void
}

/** The page's filter in EM's own language. */
export function FilterTextModal(props: FilterTextModalProps) {
  const { text, disabledOperators, onApply, onClose } = props
  return (
    <Modal opened onClose={onClose} title="Filter as text" size={720} closeOnEscape={false}>
      <FilterEditor
        type={sessionType}
        text={text}
        disabledOperators={disabledOperators}
        onApply={onApply}
        onCancel={onClose}
      />
    </Modal>
  )
}
