import type { SessionsSelection } from '../../api/sessions.ts'
import { WallMenu } from '../../ui/wall-menu.tsx'
import { ExportMenu } from './export-menu.tsx'

interface IndexActionsProps {
  selection: SessionsSelection
  /** Sessions that match; undefined until that is known. */
  total: number | undefined
}

/** What is done with all rows that match, loaded after the page: to save them, to show their policies on a wall. */
export function IndexActions({ selection, total }: IndexActionsProps) {
  return (
    <>
      <ExportMenu selection={selection} total={total} />
      <WallMenu filters={{ ...selection }} />
    </>
  )
}
