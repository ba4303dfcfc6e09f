import { LRUCache } from 'lru-cache'
import type { PolicyStatuses } from './policy-status-row.ts'

/** What paging, filtering and sorting have in common: the statuses in the zones last asked for. */
export class StatusCache {
  readonly #ofZones = new LRUCache<string, PolicyStatuses>({ max: 4 })
  #state = ''

  /** The statuses in a zone, computed where they are not known in this state. Those of other states go. */
  get(state: string, zone: string, compute: () => PolicyStatuses): PolicyStatuses {
    if (state !== this.#state) this.#ofZones.clear()
    this.#state = state
    const known = this.#ofZones.get(zone)
    if (known) return known
    const statuses = compute()
    this.#ofZones.set(zone, statuses)
    return statuses
  }
}
