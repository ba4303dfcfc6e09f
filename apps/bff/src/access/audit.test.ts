import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { auditKept } from '@cdp-watch/contract'
import { describe, expect, it, type TestContext } from 'vitest'
import { createLog } from '../ops/log.ts'
import { AccessStore } from './access-store.ts'
import { Audit, type AuditNote } from './audit.ts'

const refusal: AuditNote = {
  kind: 'sign-in-refused',
  name: 'LAB\\anna',
  address: '192.0.2.7',
  reason: 'sign-in-refused',
}

function createRig({ onTestFinished }: TestContext) {
  const folder = mkdtempSync(path.join(tmpdir(), 'cdp-watch-audit-'))
  const clock = { ms: Date.UTC(2026, 5, 15) }
  const lines: string[] = []
  const log = createLog('info', { write: (line) => lines.push(line) })
  const stores: AccessStore[] = []
  const open = () => {
    const store = new AccessStore(folder, log)
    stores.push(store)
    return { store, audit: new Audit(store, log, () => clock.ms) }
  }
  onTestFinished(() => {
    for (const store of stores) store.close()
    rmSync(folder, { recursive: true })
  })
  return { folder, clock, lines, open }
}

describe('Audit', () => {
  it('writes events to the log and to disk, which this account alone can read, and outlives a restart', (context) => {
    const { folder, lines, open } = createRig(context)
    const first = open()
    first.audit.note({ kind: 'sign-in', name: 'LAB\\anna', address: '192.0.2.7' })
    first.audit.note({ kind: 'export', name: 'LAB\\anna', address: '192.0.2.7', detail: '7 rows' })
    first.store.close()
    const { items, nextBefore } = open().audit.list({})
    expect(items).toMatchObject([
      { kind: 'export', detail: '7 rows', reason: null, times: 1 },
      { kind: 'sign-in', name: 'LAB\\anna', atUTC: '2026-06-15T00:00:00.000Z' },
    ])
    expect(nextBefore).toBeNull()
    expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
      { audit: 'sign-in', name: 'LAB\\anna', address: '192.0.2.7' },
      { audit: 'export', detail: '7 rows' },
    ])
    for (const file of readdirSync(folder)) {
      expect(statSync(path.join(folder, file)).mode & 0o077, file).toBe(0)
    }
  })

  it('counts the same refusal within a minute, so that a flood washes nothing away', (context) => {
    const { clock, lines, open } = createRig(context)
    const { audit } = open()
    const signIn: AuditNote = { kind: 'sign-in', name: 'LAB\\bert', address: '192.0.2.8' }
    audit.note(signIn)
    audit.note(signIn)
    for (let i = 0; i < 20_000; i += 1) {
      clock.ms += 1
      audit.note(refusal)
    }
    audit.note({ ...refusal, address: '192.0.2.9' })
    const { items } = audit.list({})
    expect(items.map(({ kind, times }) => [kind, times])).toEqual([
      ['sign-in-refused', 1],
      ['sign-in-refused', 20_000],
      ['sign-in', 1],
      ['sign-in', 1],
    ])
    expect(lines).toHaveLength(4)
    clock.ms += 60_000
    audit.note(refusal)
    expect(audit.list({}).items[0]).toMatchObject({ times: 1, address: '192.0.2.7' })
  })

  it('keeps the newest, and gives them page by page', (context) => {
    const { open } = createRig(context)
    const { audit } = open()
    for (let i = 0; i < auditKept + 50; i += 1) {
      audit.note({ kind: 'export', name: null, address: '192.0.2.7', detail: `${i}` })
    }
    const details: string[] = []
    let before: number | null | undefined
    do {
      const page = audit.list({ limit: 999, ...(before ? { before } : {}) })
      details.push(...page.items.map(({ detail }) => detail))
      before = page.nextBefore
    } while (before !== null)
    const newest = Array.from({ length: auditKept }, (_, i) => `${auditKept + 49 - i}`)
    expect(details).toEqual(newest)
  })

  it('knows who was let in, in any case', (context) => {
    const { audit } = createRig(context).open()
    audit.note({ kind: 'sign-in', name: 'anna', address: '' })
    audit.note({ ...refusal, name: 'mallory' })
    expect([audit.knows('ANNA'), audit.knows('mallory'), audit.knows("' OR 1=1 --")]).toEqual([
      true,
      false,
      false,
    ])
  })

  it('goes on where the disk takes nothing, and the log has it all the same', (context) => {
    const { lines, open } = createRig(context)
    const { store, audit } = open()
    store.database.exec('PRAGMA query_only = ON')
    audit.note(refusal)
    store.saveLogin({ hash: 'h', name: 'anna', beganMs: 1, seenMs: 1 })
    expect(lines.join('')).toContain('"audit":"sign-in-refused"')
    expect(lines.join('')).toContain('could not be written to disk')
    expect(audit.list({}).items).toEqual([])
  })
})
