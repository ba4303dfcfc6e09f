import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

/** How the event loop of a process's main thread ran since it was asked the last time. */
export interface LoopDelay {
  /** Longest and 99th percentile time between two looks that should be 5 ms apart, these included. */
  maxMs: number
  p99Ms: number
  /** Most processor time of the main thread between two such looks: what the loop itself did, without waiting for a processor. */
  ownMs: number
}

/** What the process is asked by, over the channel of messages to its parent. */
export const loopDelayQuestion = 'loop-delay'

const lookEveryMs = 5

// Imported before the server's own code (`node --import`), so that the product needs no switch for
// measurements. Its threads import it as well.
if (isMainThread && process.channel) watchLoop()

function watchLoop(): void {
  const histogram = monitorEventLoopDelay({ resolution: lookEveryMs })
  histogram.enable()
  let ownMs = 0
  let before = process.threadCpuUsage()
  const look = () => {
    const now = process.threadCpuUsage()
    ownMs = Math.max(ownMs, (now.user + now.system - before.user - before.system) / 1000)
    before = now
  }
  setInterval(look, lookEveryMs).unref()
  process.on('message', (message) => {
    if (message !== loopDelayQuestion) return
    look()
    const ms = (ns: number) => ns / 1e6
    const delay: LoopDelay = {
      maxMs: ms(histogram.max),
      p99Ms: ms(histogram.percentile(99)),
      ownMs,
    }
    histogram.reset()
    ownMs = 0
    process.send?.({ [loopDelayQuestion]: delay })
  })
  // It ends with whoever measures it, however that ends.
  process.on('disconnect', () => process.exit())
  process.channel?.unref()
}
