import { Button, Menu } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconChevronDown, IconCode } from '@tabler/icons-react'
import { useState } from 'react'
import { Announce } from '../../ui/announce.tsx'
import { asCurl, asEmUrl, asPowerShell, type EmRequest } from './copy-as.ts'

const forms = [
  { words: 'Enterprise Manager URL', print: asEmUrl },
  { words: 'curl', print: asCurl },
  { words: 'PowerShell', print: asPowerShell },
]

/** Copies the live query so that it can be asked without the dashboard. */
export function CopyAsMenu(request: EmRequest) {
  const clipboard = useClipboard({ timeout: 1500 })
  const [words, setWords] = useState('')
  const said = clipboard.error
    ? 'The browser refused to copy'
    : clipboard.copied
      ? `Copied ${words}`
      : undefined
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            leftSection={<IconCode size={16} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            {said ?? 'Copy as'}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {forms.map((form) => (
            <Menu.Item
              key={form.words}
              onClick={() => {
                setWords(form.words)
                clipboard.copy(form.print(request))
              }}
            >
              {form.words}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Announce>{said ?? ''}</Announce>
    </>
  )
}
