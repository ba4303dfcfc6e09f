import { type FilterRow, fromConditions, print } from '@cdp-watch/em-filter'
import { IconAlertTriangle, IconX } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { ZoneChoice } from '../time-zone.ts'
import { ConditionPopover } from './condition-popover.tsx'
import classes from './filter-chips.module.css'
import type { FilterSource } from './filter-source.ts'
import { rowSentence, rowWords, shortened } from './row-words.ts'

interface ConditionChipProps {
  source: FilterSource
  row: FilterRow
  zone: ZoneChoice
  /** Whether the builder can show the row; else the text editor opens. */
  buildable: boolean
  onChange: (row: FilterRow) => void
  onRemove: () => void
}

/** A condition of the filter. */
export function ConditionChip(props: ConditionChipProps) {
  const { source, row, zone, buildable, onChange, onRemove } = props
  const opener = useRef<HTMLButtonElement>(null)
  const [opened, setOpened] = useState(false)
  const words = rowWords(source.type, row, zone)
  const reason = source.disabledOperators[row.operator]
  return (
    <li className={classes.chip} data-refused={reason !== undefined}>
      <ConditionPopover
        source={source}
        row={row}
        opener={opener}
        opened={opened}
        onOpened={setOpened}
        onSubmit={onChange}
      >
        <button
          ref={opener}
          type="button"
          className={classes.words}
          title={reason ?? print(fromConditions([row]))}
          aria-description={reason}
          onClick={() => (buildable ? setOpened(!opened) : source.onEditAsText())}
        >
          {reason === undefined ? null : (
            <IconAlertTriangle size={14} className={classes.refused} aria-hidden />
          )}
          <b>{words.label}</b> <span className={classes.operator}>{words.operator}</span>{' '}
          <bdi>{words.values.join(', ')}</bdi>
        </button>
      </ConditionPopover>
      <Remove words={rowSentence(words)} onRemove={onRemove} />
    </li>
  )
}

/** A filter that only its text can show. */
export function TextChip({
  text,
  onOpen,
  onRemove,
}: {
  text: string
  onOpen: () => void
  onRemove: () => void
}) {
  return (
    <li className={classes.chip}>
      <button type="button" className={classes.words} title={shortened(text)} onClick={onOpen}>
        <b>Filter:</b> <code>{shortened(text)}</code>
      </button>
      <Remove words={shortened(text)} onRemove={onRemove} />
    </li>
  )
}

function Remove({ words, onRemove }: { words: string; onRemove: () => void }) {
  return (
    <button
      type="button"
      className={classes.remove}
      aria-label={`Remove filter ${words}`}
      onClick={onRemove}
    >
      <IconX size={14} aria-hidden />
    </button>
  )
}
