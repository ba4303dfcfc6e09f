import { paths, serverEvents } from '@cdp-watch/contract'
import { readJson } from './guard.ts'
import { isHeartbeat, isWallFreshness, type WallFreshness } from './wall-answers.ts'

/** What is heard of the server's events. */
interface WallListener {
  /** The server's clock, milliseconds since 1970, with the freshness where that is what was told. */
  onHeard(serverMs: number, freshness: WallFreshness | null): void
  /** It broke, or what was said cannot be read. */
  onBroken(): void
}

/** Listens to the server's events until the function that it gives is called. It does not open a broken connection anew by itself. */
export function listenToEvents({ onHeard, onBroken }: WallListener): () => void {
  const source = new EventSource(paths.events)
  const fail = () => {
    source.close()
    onBroken()
  }
  source.addEventListener(serverEvents.freshness, ({ data }: MessageEvent<string>) => {
    const freshness = readJson(data)
    if (isWallFreshness(freshness)) onHeard(Date.parse(freshness.nowUTC), freshness)
    else fail()
  })
  source.addEventListener(serverEvents.heartbeat, ({ data }: MessageEvent<string>) => {
    const heartbeat = readJson(data)
    if (isHeartbeat(heartbeat)) onHeard(Date.parse(heartbeat.nowUTC), null)
    else fail()
  })
  source.addEventListener('error', fail)
  return () => source.close()
}
