import { Button, Group, Stack, Textarea } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { CopyButton } from '../../ui/copy-button.tsx'
import type { MadeLink } from './link-form.tsx'
import classes from './made-link-address.module.css'

/** The address of a new link. It is nowhere else: only its hash is kept. */
export function MadeLinkAddress({ made, onClose }: { made: MadeLink; onClose: () => void }) {
  return (
    <Stack gap="md">
      <p>
        This address is shown once and cannot be shown again. Whoever has it sees the wall, until
        you revoke the link.
      </p>
      <Textarea
        label="Address"
        readOnly
        autosize
        autoFocus
        value={made.address}
        classNames={{ input: classes.address }}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Group gap="xs" justify="flex-end">
        <CopyButton size="sm" text={() => made.address} icon={<IconCopy size={16} aria-hidden />}>
          Copy the address
        </CopyButton>
        <Button variant="filled" onClick={onClose}>
          Done
        </Button>
      </Group>
    </Stack>
  )
}
