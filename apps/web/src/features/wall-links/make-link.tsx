import type { WallLink } from '@cdp-watch/contract'
import { Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { wallLinksQuery } from '../../api/wall-links.ts'
import { LinkForm, type MadeLink } from './link-form.tsx'
import { MadeLinkAddress } from './made-link-address.tsx'

interface MakeLinkProps {
  isOpen: boolean
  links: readonly WallLink[]
  /** Filters of a wall, as its query has them; empty: none. */
  shown: string
  onClose: () => void
}

/** A dialog in which a link is named and made, and then its address is shown, this once. */
export function MakeLink({ isOpen, links, shown, onClose }: MakeLinkProps) {
  const queries = useQueryClient()
  const [made, setMade] = useState<MadeLink>()
  const isMade = made !== undefined
  const finish = (link: MadeLink) => {
    setMade(link)
    void queries.invalidateQueries({ queryKey: wallLinksQuery.queryKey })
  }
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      onExitTransitionEnd={() => setMade(undefined)}
      title={isMade ? `Open this once on ${made.name}` : 'Make a wall link'}
      size={560}
      // An address that is shown once is not to be lost by a slip.
      closeOnEscape={!isMade}
      closeOnClickOutside={!isMade}
      withCloseButton={!isMade}
    >
      {isMade ? (
        <MadeLinkAddress made={made} onClose={onClose} />
      ) : (
        <LinkForm links={links} shown={shown} onMade={finish} onCancel={onClose} />
      )}
    </Modal>
  )
}
