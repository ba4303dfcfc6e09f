import { useSyncExternalStore } from 'react'
import { Announce } from '../../ui/announce.tsx'
import { CalmScreen } from './calm-screen.tsx'
import { countsSentence, illCount, policyCount } from './counts-words.ts'
import classes from './wall.module.css'
import { WallBand } from './wall-band.tsx'
import { WallControls } from './wall-controls.tsx'
import { WallCounts } from './wall-counts.tsx'
import { WallDots } from './wall-dots.tsx'
import type { WallEngine } from './wall-engine.ts'
import { WallFrame } from './wall-frame.tsx'
import { WallNotices } from './wall-notices.tsx'
import type { WallOptions } from './wall-options.ts'
import { WallReasons } from './wall-reasons.tsx'
import { WallTiles } from './wall-tiles.tsx'
import { WallTop } from './wall-top.tsx'
import type { WallView } from './wall-view.ts'

/** The wall: what is not well in large, what is well in dots, and across it what is to be known of its age. */
export function Wall({ engine, options }: { engine: WallEngine; options: WallOptions }) {
  const view = useSyncExternalStore(engine.subscribe, engine.view)
  const alarms = view.bands.filter(({ tone }) => tone === 'alarm')
  const notices = view.bands.filter(({ tone }) => tone === 'notice')
  return (
    <WallFrame view={view} options={options} isStale={alarms.length > 0}>
      <WallTop view={view} />
      <WallNotices bands={notices} waitsForClick={view.waitsForClick} />
      <Picture view={view} isStale={alarms.length > 0} />
      <WallBand bands={alarms} view={view} />
      <WallControls engine={engine} view={view} />
      <Announce>{view.overview ? countsSentence(view.overview) : ''}</Announce>
    </WallFrame>
  )
}

function Picture({ view, isStale }: { view: WallView; isStale: boolean }) {
  const { overview, room, page, pages, now } = view
  if (overview === null)
    return isStale ? null : <p className={classes.begin}>Asking CDP Watch how the policies are …</p>
  if (policyCount(overview) === 0)
    return <p className={classes.begin}>No policy is meant by this wall’s address.</p>
  if (illCount(overview) === 0) return <CalmScreen overview={overview} isStale={isStale} />
  return (
    <div className={classes.picture}>
      <WallCounts counts={overview.counts} />
      <div className={classes.middle}>
        <WallTiles tiles={overview.tiles} room={room} page={page} now={now} />
        <WallReasons reasons={overview.reasons} room={room} page={page} now={now} />
      </div>
      <WallDots overview={overview} room={room} page={page} pages={pages} />
    </div>
  )
}
