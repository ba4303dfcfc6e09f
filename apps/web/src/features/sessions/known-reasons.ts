import type { Session } from '@cdp-watch/contract'
import { createContext, use } from 'react'
import type { KnownReasons } from './use-vm-reasons.ts'
import type { VmReasons } from './vm-reasons.ts'

/** What is known of the VMs behind the rows, for the cells that show it. */
export const KnownReasonsContext = createContext<KnownReasons>({
  of: () => undefined,
  incomplete: false,
})

export function useReasonsOf(session: Session): VmReasons | undefined {
  return use(KnownReasonsContext).of(session)
}
