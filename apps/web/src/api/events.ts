import { freshnessSchema, paths, serverEvents } from '@cdp-watch/contract'
import type { QueryClient } from '@tanstack/react-query'
import { type EventsAct, type EventsLine, type EventsNews, nextStep } from './events-line.ts'
import { freshnessQuery } from './freshness.ts'

const tickMs = 5000

/**
 * Keeps the freshness in step with the server for as long as the page is open: by its events while it
 * is shown, by asking every five seconds while they do not come, and not at all while it is hidden, as
 * a browser gives a host six connections for all its tabs.
 */
export function followEvents(client: QueryClient): void {
  const { queryKey } = freshnessQuery
  let line: EventsLine = { kind: 'off' }
  let source: EventSource | undefined
  let timer: ReturnType<typeof setInterval> | undefined

  const tell = (news: EventsNews) => {
    const step = nextStep(line, news, Date.now())
    line = step.line
    for (const act of step.acts) acts[act]()
  }
  const acts: Record<EventsAct, () => void> = {
    open: () => {
      const opened = new EventSource(paths.events)
      // What an earlier connection still had to say is not of this one.
      const ifCurrent = (news: EventsNews) => () => {
        if (source === opened) tell(news)
      }
      opened.addEventListener(serverEvents.freshness, (event: MessageEvent<string>) => {
        const fresh = readFreshness(event.data)
        if (fresh) client.setQueryData(queryKey, fresh)
        ifCurrent(fresh ? 'heard' : 'failed')()
      })
      opened.addEventListener(serverEvents.heartbeat, ifCurrent('heard'))
      opened.addEventListener('error', ifCurrent('failed'))
      source = opened
    },
    close: () => {
      source?.close()
      source = undefined
    },
    poll: () => void client.refetchQueries({ queryKey }, { cancelRefetch: false }),
  }
  const onVisibility = () => {
    clearInterval(timer)
    if (document.visibilityState === 'hidden') return tell('hidden')
    timer = setInterval(() => tell('tick'), tickMs)
    tell('shown')
  }
  document.addEventListener('visibilitychange', onVisibility)
  onVisibility()
}

/** The freshness an event carries; undefined where it cannot be read, and asking for it will say why. */
function readFreshness(data: string) {
  try {
    return freshnessSchema.safeParse(JSON.parse(data)).data
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined
    throw cause
  }
}
