import { request } from 'node:http'
import { freshnessSchema } from '@cdp-watch/contract'
import { expect, it, type TestContext } from 'vitest'
import { createRig } from './rig.ts'
import { until } from './until.ts'

interface ServerEvent {
  name: string
  data: unknown
}

/** Listens to the events of a dashboard until the test ends. */
function listen({ onTestFinished }: TestContext, url: string) {
  const events: ServerEvent[] = []
  let isOver = false
  const call = request(`${url}/api/events`, (answer) => {
    let text = ''
    answer.setEncoding('utf8')
    answer.on('data', (chunk: string) => {
      text += chunk
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      events.push(...blocks.flatMap(readEvent))
    })
    answer.on('close', () => {
      isOver = true
    })
  })
  // The end of the server, or of this test, cuts the connection.
  call.on('error', () => {
    isOver = true
  })
  call.end()
  onTestFinished(() => void call.destroy())
  const versions = () =>
    events
      .filter(({ name }) => name === 'freshness')
      .map(({ data }) => freshnessSchema.parse(data).dataVersion)
  return { events, versions, isOver: () => isOver }
}

function readEvent(block: string): ServerEvent[] {
  const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1]
  const data = field('data')
  return data === undefined ? [] : [{ name: field('event') ?? '', data: JSON.parse(data) }]
}

it('tells the freshness at once, every change of the index to all who listen, and ends with the server', async (context) => {
  const { startEm, start } = createRig(context)
  const em = await startEm()
  const bff = await start(em.target, { collects: true, historyDays: 2, pollSeconds: 1 })
  const first = listen(context, bff.url)
  await until(first.versions, (versions) => (versions.at(-1) ?? 0) > 0)
  await until(
    async () => freshnessSchema.parse((await bff.get('/api/freshness')).json()),
    ({ index }) => index.state === 'ready' && index.reasonsWaiting === 0,
  )
  const late = listen(context, bff.url)
  await until(late.versions, (versions) => versions.length > 0)
  const before = late.versions().at(-1) ?? 0
  await em.advance(3600)
  await until(late.versions, (versions) => (versions.at(-1) ?? 0) > before)
  await until(first.versions, (versions) => versions.at(-1) === late.versions().at(-1))
  expect(first.versions()).toEqual(first.versions().toSorted((a, b) => a - b))
  await bff.stop()
  await until(first.isOver, Boolean)
  await until(late.isOver, Boolean)
})

it('takes nothing but GET without parameters', async (context) => {
  const { startEm, start } = createRig(context)
  const bff = await start((await startEm()).target)
  for (const method of ['HEAD', 'POST', 'OPTIONS']) {
    expect((await bff.get('/api/events', { method })).status, method).toBe(405)
  }
  expect((await bff.get('/api/events?x=1')).status).toBe(400)
})
