import { describe, expect, it, type TestContext } from 'vitest'
import { awaitFilled, freshnessAt, makeDataDir, sessionsAt } from './fault-rig.ts'
import { createRig } from './rig.ts'
import type { Simulator } from './simulator.ts'
import { until } from './until.ts'

const estate = { policies: 5, vms: 2, days: 2 }

/** A dashboard whose index is filled, and the way to start it again on its data with other settings for EM. */
async function startFilled(context: TestContext) {
  const { startEm, start } = createRig(context)
  const em = await startEm(estate)
  const dataDir = makeDataDir(context)
  const options = { collects: true, historyDays: 2, pollSeconds: 1, dataDir }
  const bff = await start(em.target, options)
  await awaitFilled(bff)
  const startAgain = async (changed: Simulator) => {
    await bff.stop()
    return start(changed.target, options)
  }
  return { em, bff, startEm, startAgain }
}

describe.concurrent('Enterprise Manager’s', { timeout: 120_000 }, () => {
  it('password is changed: the index is still shown, the account is not locked, and a start with the new one goes on', async (context) => {
    const { em, bff, startAgain } = await startFilled(context)
    const { inIndex } = await sessionsAt(bff)
    await em.forget()
    await em.fail({ kind: '401', count: 1000, path: 'sessionMngr' })
    await em.expireLogons()
    const { em: state } = await until(
      () => freshnessAt(bff),
      ({ em }) => em.state === 'failed',
    )
    expect(state.error?.code).toBe('em-wrong-credentials')
    expect(state.error?.message).toContain('EM_PASSWORD')
    for (let asked = 0; asked < 10; asked += 1) await bff.get('/api/em/query?type=CdpPolicy')
    expect((await em.received()).byKind['POST sessionMngr']).toBe(1)
    const shown = await bff.get('/api/sessions?limit=1000')
    expect(shown.status).toBe(200)
    expect(shown.json()).toMatchObject({ total: inIndex.length })

    await em.endFaults()
    const again = await startAgain(em)
    await awaitFilled(again)
    const after = await sessionsAt(again)
    expect(after.inIndex).toEqual(expect.arrayContaining(after.inEm))
  })

  it('certificate is replaced: it gets no password, which is said, until it is pinned anew or back', async (context) => {
    const { em, bff, startEm, startAgain } = await startFilled(context)
    const { inIndex } = await sessionsAt(bff)
    await em.halt()
    const replaced = await startEm({ ...estate, port: em.port })
    const { em: state } = await until(
      () => freshnessAt(bff),
      ({ em }) => em.error?.code === 'em-certificate-changed',
    )
    expect(state.error?.message).toContain('EM_CERT_SHA256')
    expect((await replaced.received()).total).toBe(0)
    const shown = await bff.get('/api/sessions?limit=1000')
    expect(shown.json()).toMatchObject({ total: inIndex.length })

    await replaced.halt()
    const back = await startEm({ ...estate, port: em.port, 'cert-dir': em.certDir })
    await until(
      () => freshnessAt(bff),
      ({ em, index }) => em.state === 'ready' && index.error === null,
      60_000,
    )
    await back.halt()

    const pinned = await startEm({ ...estate, port: em.port, 'cert-dir': replaced.certDir })
    const again = await startAgain(pinned)
    await awaitFilled(again)
    const after = await sessionsAt(again)
    expect(after.inIndex).toEqual(expect.arrayContaining(after.inEm))
  })
})

it('Enterprise Manager is down at the start: the dashboard says so, and fills its index once it is there', {
  timeout: 120_000,
}, async (context) => {
  const { startEm, start } = createRig(context)
  const em = await startEm(estate)
  await em.halt()
  const dataDir = makeDataDir(context)
  const bff = await start(em.target, { collects: true, historyDays: 2, pollSeconds: 1, dataDir })
  const { em: state, index } = await until(
    () => freshnessAt(bff),
    ({ em, index }) => em.state === 'failed' && index.error !== null,
  )
  expect(state).toMatchObject({ lastAnswerUTC: null, error: { code: 'em-unreachable' } })
  expect(index).toMatchObject({ state: 'failing', asOf: null, sessions: 0 })
  expect((await bff.get('/api/sessions')).json()).toMatchObject({ items: [], total: 0 })
  await startEm({ ...estate, port: em.port, 'cert-dir': em.certDir })
  await awaitFilled(bff)
  const { inEm, inIndex } = await sessionsAt(bff)
  expect(inEm.length).toBeGreaterThan(0)
  expect(inIndex).toEqual(expect.arrayContaining(inEm))
})
