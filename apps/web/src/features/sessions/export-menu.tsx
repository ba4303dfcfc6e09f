import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconDownload } from '@tabler/icons-react'
import { useEffect } from 'react'
import type { SessionsSelection } from '../../api/sessions.ts'
import { Announce } from '../../ui/announce.tsx'
import { countOf, formatCount } from '../../ui/format-count.ts'
import { titleOf } from '../../ui/problem-notice.tsx'
import classes from './export-menu.module.css'
import { type ExportState, useExport } from './use-export.ts'

const forms = [
  { format: 'csv', name: 'CSV', words: 'for a spreadsheet' },
  { format: 'json', name: 'JSON', words: 'for a program, with every field' },
] as const

/** How long it is said that a file was saved. */
const saidMs = 4000

interface ExportMenuProps {
  selection: SessionsSelection
  /** Sessions that match; undefined until that is known. */
  total: number | undefined
}

/** Saves all rows that match as a file, and shows how far it has come. */
export function ExportMenu({ selection, total }: ExportMenuProps) {
  const { state, start, cancel, dismiss } = useExport(selection)
  useEffect(() => {
    if (state.kind !== 'saved') return
    const timer = setTimeout(dismiss, saidMs)
    return () => clearTimeout(timer)
  }, [state.kind, dismiss])
  const words = wordsOf(state)
  if (state.kind === 'running') {
    const share = state.total ? Math.min(1, state.rows / state.total) : 0
    return (
      <span className={classes.running} style={{ '--share': `${share * 100}%` }}>
        <progress
          className={classes.hidden}
          aria-label="Export"
          value={state.rows}
          max={Math.max(1, state.total ?? 1)}
        />
        <span className={classes.words}>{words}</span>
        <button type="button" onClick={cancel}>
          Cancel
        </button>
      </span>
    )
  }
  return (
    <>
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <Button
            leftSection={<IconDownload size={16} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
            {...(state.kind === 'failed' && { c: 'var(--failed)', title: state.error.message })}
          >
            {words}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {total === undefined ? 'All sessions' : countOf(total, 'session')} that match, as
          </Menu.Label>
          {forms.map(({ format, name, words: what }) => (
            <Menu.Item key={format} onClick={() => void start(format)}>
              <b>{name}</b> {what}
            </Menu.Item>
          ))}
          {state.kind === 'failed' ? (
            <Menu.Label className={classes.failed}>{state.error.message}</Menu.Label>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      <Announce>{state.kind === 'idle' ? '' : words}</Announce>
    </>
  )
}

function wordsOf(state: ExportState): string {
  switch (state.kind) {
    case 'idle':
      return 'Export'
    case 'running':
      return state.total === undefined
        ? 'Exporting…'
        : `${formatCount(state.rows)} of ${formatCount(state.total)}`
    case 'saved':
      return `Saved ${countOf(state.rows, 'session')}`
    case 'failed':
      return `Export failed: ${titleOf(state.error)}`
  }
}
