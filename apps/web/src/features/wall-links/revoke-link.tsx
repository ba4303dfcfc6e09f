import type { WallLink } from '@cdp-watch/contract'
import { Button, Group, Modal, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { revokeWallLink, wallLinksQuery } from '../../api/wall-links.ts'
import { useLastGood } from '../../ui/last-good.ts'
import classes from './revoke-link.module.css'

interface RevokeLinkProps {
  /** Undefined while nobody has asked for it. */
  link: WallLink | undefined
  onClose: () => void
  onRevoked: (name: string) => void
}

/** Asks whether a link is meant to be revoked, by the name of its screen, and does so. */
export function RevokeLink({ link, onClose, onRevoked }: RevokeLinkProps) {
  const queries = useQueryClient()
  const shown = useLastGood(link)
  const revoking = useMutation({
    mutationFn: async ({ id }: WallLink) => {
      await revokeWallLink(id)
      await queries.invalidateQueries({ queryKey: wallLinksQuery.queryKey })
    },
    onSuccess: (_nothing, { name }) => onRevoked(name),
  })
  return (
    <Modal
      opened={link !== undefined}
      onClose={onClose}
      onExitTransitionEnd={revoking.reset}
      title="Revoke a wall link"
      size={480}
    >
      <Stack gap="md">
        <p className={classes.words}>
          Revoke the link of <bdi className={classes.name}>{shown?.name}</bdi>? Its screen is told
          within seconds that it may not see the wall any more. This cannot be taken back, but a new
          link can be made.
        </p>
        {revoking.error ? (
          <p className={classes.problem} role="alert">
            The link was not revoked. {revoking.error.message}
          </p>
        ) : null}
        <Group gap="xs" justify="flex-end">
          <Button data-autofocus onClick={onClose}>
            Cancel
          </Button>
          <Button
            variant="filled"
            color="var(--failed)"
            className={classes.revoke}
            loading={revoking.isPending}
            onClick={() => link && revoking.mutate(link)}
          >
            Revoke
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
