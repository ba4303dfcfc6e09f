import type { OverviewTile } from '@cdp-watch/contract'
import { countOf, formatCount } from '../../ui/format-count.ts'
import { HealthShape } from '../../ui/health-shape.tsx'
import { healthWords } from '../../ui/health-words.ts'
import { sinceWords } from './wall-moment.ts'
import { onPage, type WallRoom } from './wall-pages.ts'
import classes from './wall-tiles.module.css'

interface WallTilesProps {
  tiles: readonly OverviewTile[]
  room: WallRoom
  page: number
  now: number
}

/** The policies of a page that are not well. */
export function WallTiles({ tiles, room, page, now }: WallTilesProps) {
  const shown = onPage(tiles, page, room.columns * room.rows)
  const columns = shown.length < room.columns ? shown.length : room.columns
  return (
    <ul
      className={classes.tiles}
      aria-label="Policies that are not well"
      data-lines={room.tileLines}
      style={{ '--columns': Math.max(1, columns) }}
    >
      {shown.map((tile) => (
        <li key={tile.uid} data-health={tile.health}>
          <span className={classes.name}>
            <HealthShape health={tile.health} size="0.82em" />
            <span className={classes.unseen}>{healthWords[tile.health]}: </span>
            <bdi>{tile.name}</bdi>
          </span>
          <span className={classes.facts}>
            <b>{whatWords(tile)}</b>
            {tile.sinceUTC === null ? null : (
              <time dateTime={tile.sinceUTC}>{sinceWords(tile.sinceUTC, now)}</time>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** What is wrong with a policy, in few words: how many of its VMs, or that there is no session. */
function whatWords({ health, vms }: OverviewTile): string {
  if (health === 'missing') return 'no session'
  const ill = (health === 'failed' ? vms?.failed : vms?.warning) ?? 0
  // An ended session has failed as a whole, whatever its VMs were.
  if (vms === null || ill === 0) return healthWords[health].toLowerCase()
  return vms.total === null
    ? countOf(ill, 'VM')
    : `${formatCount(ill)} of ${countOf(vms.total, 'VM')}`
}
