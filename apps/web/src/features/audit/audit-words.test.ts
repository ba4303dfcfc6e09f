import type { AuditEvent } from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { auditWords } from './audit-words.ts'

const event: AuditEvent = {
  id: 1,
  atUTC: '2026-06-15T09:30:00.000Z',
  lastUTC: '2026-06-15T09:30:00.000Z',
  times: 1,
  kind: 'sign-in',
  name: 'LAB\\anna',
  address: '192.0.2.7',
  reason: null,
  detail: '',
}

describe('auditWords', () => {
  it.each<[Partial<AuditEvent>, object]>([
    [{}, { words: 'Signed in', isRefusal: false, about: '' }],
    [
      { kind: 'sign-in-refused', reason: 'sign-in-refused' },
      { words: 'Sign-in refused', isRefusal: true, about: 'wrong user name or password' },
    ],
    [{ kind: 'sign-in-refused', reason: 'em-timeout' }, { about: 'em-timeout' }],
    [
      { kind: 'request-refused', reason: 'cross-site', detail: 'POST /api/sign-in' },
      { isRefusal: true, about: 'another site sent it · POST /api/sign-in' },
    ],
    [
      { kind: 'export', detail: '7 rows: format=csv' },
      { words: 'Exported sessions', about: '7 rows: format=csv' },
    ],
  ])('of %j are %j', (changes, words) => {
    expect(auditWords({ ...event, ...changes })).toMatchObject(words)
  })
})
