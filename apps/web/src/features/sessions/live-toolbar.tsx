import type { FilterTree } from '@cdp-watch/em-filter'
import { Button, Tooltip } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { aboutQuery } from '../../api/about.ts'
import { liveBackupServersQuery, livePoliciesQuery } from '../../api/live.ts'
import { CopyAsMenu } from './copy-as-menu.tsx'
import { liveDisabledOperators } from './live-limits.ts'
import type { PageControl } from './page-control.ts'
import { SessionsToolbar } from './sessions-toolbar.tsx'

interface LiveToolbarProps extends PageControl {
  own: FilterTree | undefined
  /** EM's path and query as it was asked; undefined until it answered. */
  emPath: string | undefined
  rail: React.ReactNode
}

/** What can be done with rows that EM answered itself. */
export function LiveToolbar({ emPath, ...props }: LiveToolbarProps) {
  const about = useQuery(aboutQuery).data
  const policies = useQuery(livePoliciesQuery).data?.rows ?? []
  const servers = useQuery(liveBackupServersQuery).data?.rows ?? []
  return (
    <SessionsToolbar
      {...props}
      disabledOperators={liveDisabledOperators}
      known={{ policies, servers }}
    >
      <Tooltip label="Enterprise Manager has no export; the index does">
        <Button data-disabled aria-disabled leftSection={<IconDownload size={16} aria-hidden />}>
          Export
        </Button>
      </Tooltip>
      {about?.emUrl && emPath !== undefined ? (
        <CopyAsMenu emUrl={about.emUrl} query={{ ok: true, path: emPath }} />
      ) : null}
    </SessionsToolbar>
  )
}
