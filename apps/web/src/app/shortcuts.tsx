import { Modal } from '@mantine/core'
import { useReturnFocus } from '../ui/use-return-focus.ts'
import classes from './shortcuts.module.css'

const keys = [
  ['/', 'search'],
  ['j / k', 'next and previous row'],
  ['Enter', 'open the row'],
  ['Esc', 'close what is open'],
  ['← / →', 'the policy’s newer and older session, where one is open'],
  ['arrows', 'cells of the table of policies, once one of them has the focus'],
  ['f', 'failed only, and back'],
  ['r', 'show the newest; in Live, ask Enterprise Manager again'],
  ['Ctrl/⌘ K', 'commands'],
  ['?', 'this list'],
] as const

/** What the keyboard can do. */
export function Shortcuts({ onClose }: { onClose: () => void }) {
  useReturnFocus()
  return (
    <Modal opened onClose={onClose} title="Keyboard shortcuts" size="sm">
      <dl className={classes.keys}>
        {keys.map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
