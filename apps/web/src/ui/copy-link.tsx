import { IconLink } from '@tabler/icons-react'
import { memo } from 'react'
import { CopyButton } from './copy-button.tsx'

/** Copies the page's address, which holds all that is shown. */
export const CopyLink = memo(() => (
  <CopyButton size="sm" text={() => window.location.href} icon={<IconLink size={16} aria-hidden />}>
    Copy link
  </CopyButton>
))
