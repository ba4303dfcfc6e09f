import { useSyncExternalStore } from 'react'

const stepMs = 1000

/** The server's clock less this browser's, in milliseconds: a browser whose clock is off shows right ages all the same. */
let offsetMs = 0
let current = Date.now()
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

function tick(): void {
  current = Date.now() + offsetMs
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(tick, stepMs)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) {
      clearInterval(timer)
      timer = undefined
    }
  }
}

/** Sets the clock by a moment the server named just now. Differences under two seconds are the network's. */
export function setClock(serverNow: string): void {
  const offset = Date.parse(serverNow) - Date.now()
  offsetMs = Math.abs(offset) < 2000 ? 0 : offset
  tick()
}

/** Milliseconds since the epoch by the server's clock, now. */
export function serverNow(): number {
  return Date.now() + offsetMs
}

/** The same, counted on each second for all who show it. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => current)
}
