import type { SearchChange, SessionsSearch } from './sessions-search.ts'
import type { ShownSource } from './shown-source.ts'

/** The page's state, and the ways to change it. */
export interface PageControl {
  search: SessionsSearch
  /** `replace`: Back passes over the state before the change. */
  change: (part: SearchChange, options?: { replace: boolean }) => void
  source: ShownSource
  onEditAsText: () => void
}
