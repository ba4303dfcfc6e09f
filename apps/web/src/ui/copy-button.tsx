import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'

/** Copies what `text` gives when pressed, and says that it did, or that the browser refused. */
export function CopyButton({
  text,
  icon,
  size = 'compact-sm',
  children,
}: {
  text: () => string
  icon?: React.ReactNode
  size?: 'sm' | 'compact-sm'
  children: React.ReactNode
}) {
  const clipboard = useClipboard({ timeout: 1500 })
  const said = clipboard.error
    ? 'The browser refused to copy'
    : clipboard.copied
      ? 'Copied'
      : undefined
  return (
    <Button
      size={size}
      leftSection={icon}
      onClick={() => clipboard.copy(text())}
      aria-live="polite"
    >
      {said ?? children}
    </Button>
  )
}
