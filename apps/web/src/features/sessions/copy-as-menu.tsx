import { Button, Menu } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconChevronDown, IconCode } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { Announce } from '../../ui/announce.tsx'

const CopyAsItems = lazy(() =>
  import('./copy-as-items.tsx').then((module) => ({ default: module.CopyAsItems })),
)

interface CopyAsMenuProps {
  emUrl: string
  /** EM's path and query, or why EM cannot be asked for what is shown. */
  query: { ok: true; path: string } | { ok: false; reason: string }
}

/** Copies the query so that it can be asked of EM without the dashboard. */
export function CopyAsMenu({ emUrl, query }: CopyAsMenuProps) {
  const clipboard = useClipboard({ timeout: 1500 })
  const [words, setWords] = useState('')
  const said = clipboard.error
    ? 'The browser refused to copy'
    : clipboard.copied
      ? `Copied ${words}`
      : undefined
  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <Button
            leftSection={<IconCode size={16} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            {said ?? 'Copy as'}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {query.ok ? (
            <Suspense fallback={<Menu.Label>Loading…</Menu.Label>}>
              <CopyAsItems
                emUrl={emUrl}
                emPath={query.path}
                onCopy={(form, text) => {
                  setWords(form)
                  clipboard.copy(text)
                }}
              />
            </Suspense>
          ) : (
            <Menu.Label>It cannot be asked of Enterprise Manager: {query.reason}</Menu.Label>
          )}
        </Menu.Dropdown>
      </Menu>
      <Announce>{said ?? ''}</Announce>
    </>
  )
}
