import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import type { LoginRow } from './access-store.ts'
import { type Login, Logins } from './logins.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

function createRig() {
  const clock = { ms: Date.UTC(2026, 5, 15) }
  const stored = new Map<string, LoginRow>()
  const ended: Login[] = []
  let saves = 0
  const open = () => {
    const logins = new Logins({
      endsAfterMs: 24 * hourMs,
      idleMs: 8 * hourMs,
      now: () => clock.ms,
      store: {
        saveLogin: (row) => {
          saves += 1
          stored.set(row.hash, row)
        },
        removeLogin: (hash) => void stored.delete(hash),
      },
      onEnded: (login) => ended.push(login),
    })
    logins.load([...stored.values()])
    return logins
  }
  return { clock, stored, ended, open, saves: () => saves }
}

describe('Logins', () => {
  it('knows who has begun one, by an id that is nowhere kept and never the same', () => {
    const { open, stored } = createRig()
    const logins = open()
    const first = logins.begin('LAB\\anna')
    const second = logins.begin('LAB\\anna')
    expect(first.id).not.toBe(second.id)
    expect(first.id).toMatch(/^[\w-]{43}$/)
    expect(logins.use(first.id)).toMatchObject({ name: 'LAB\\anna' })
    expect(JSON.stringify([...stored])).not.toContain(first.id)
    const hash = [...stored.keys()][0] ?? ''
    expect(logins.use(hash)).toBeUndefined()
    expect(logins.use('')).toBeUndefined()
  })

  it('ends one that is not used, and one that is used for too long', () => {
    const { open, clock, ended } = createRig()
    const logins = open()
    const idle = logins.begin('idle').id
    const busy = logins.begin('busy').id
    for (let hour = 0; hour < 23; hour += 1) {
      clock.ms += hourMs
      expect(logins.use(busy), `after ${hour + 1} h`).toBeDefined()
    }
    expect(logins.use(idle)).toBeUndefined()
    clock.ms += hourMs
    expect(logins.use(busy)).toBeUndefined()
    expect(ended.map(({ name }) => name)).toEqual(['idle', 'busy'])
  })

  it('ends them also where nobody asks', () => {
    const { open, clock, ended, stored } = createRig()
    const logins = open()
    logins.begin('anna')
    clock.ms += 8 * hourMs - 1
    logins.endOverdue()
    expect(ended).toEqual([])
    clock.ms += 1
    logins.endOverdue()
    expect(ended).toHaveLength(1)
    expect(stored.size).toBe(0)
  })

  it('keeps none longer because the clock was set back', () => {
    const { open, clock } = createRig()
    const logins = open()
    const { id } = logins.begin('anna')
    clock.ms -= 4 * minuteMs
    expect(logins.use(id)).toBeDefined()
    clock.ms -= 6 * minuteMs
    expect(logins.use(id)).toBeUndefined()
  })

  it('outlives a restart, and writes no more than once a minute that one is used', () => {
    const { open, clock, saves } = createRig()
    const logins = open()
    const { id } = logins.begin('anna')
    for (let second = 0; second < 300; second += 1) {
      clock.ms += 1000
      logins.use(id)
    }
    expect(saves()).toBe(6)
    clock.ms += 7 * hourMs
    expect(open().use(id)).toMatchObject({ name: 'anna' })
    clock.ms += 8 * hourMs
    expect(open().use(id)).toBeUndefined()
  })

  it('cuts off what is under way when it ends, but for the answer that says so', async ({
    onTestFinished,
  }) => {
    const logins = createRig().open()
    const anna = logins.begin('anna').id
    const other = logins.begin('other').id
    const open = await openAnswers(3, onTestFinished)
    const [stream, farewell, others] = open
    if (!stream || !farewell || !others) throw new Error('there are no answers')
    logins.hold(anna, stream)
    logins.hold(anna, farewell)
    logins.hold(other, others)
    expect(logins.end(anna, farewell)).toMatchObject({ name: 'anna' })
    expect(logins.end(anna)).toBeUndefined()
    expect(open.map((answer) => answer.destroyed)).toEqual([true, false, false])
    expect(logins.use(anna)).toBeUndefined()
    expect(logins.use(other)).toBeDefined()
  })
})

/** Answers under way to as many requests. */
async function openAnswers(count: number, onEnd: (work: () => void) => void) {
  const answers: ServerResponse[] = []
  const server = createServer((_req, res) => {
    res.writeHead(200).write('…')
    answers.push(res)
  }).listen(0, '127.0.0.1')
  onEnd(() => {
    server.close()
    server.closeAllConnections()
  })
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : ''
  for (let i = 0; i < count; i += 1) await fetch(`http://127.0.0.1:${port}`)
  return answers
}
