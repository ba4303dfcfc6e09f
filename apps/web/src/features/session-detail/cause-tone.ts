import type { AffectedVm } from './causes.ts'

/** How much a cause presses: the health it means, or that it is over. */
export type CauseTone = 'failed' | 'warning' | 'unknown' | 'earlier' | 'recovered'

/** The tone of a cause by the VM it presses hardest on. */
export function toneOf({ health, standing }: Omit<AffectedVm, 'vm'>): CauseTone {
  if (standing === 'earlier' || standing === 'recovered') return standing
  return health === 'failed' || health === 'warning' ? health : 'unknown'
}
