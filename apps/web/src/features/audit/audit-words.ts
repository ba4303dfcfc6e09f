import type { AuditEvent } from '@cdp-watch/contract'

/** What each kind of event is called, and whether it is one of those that somebody may be up to something. */
const kinds = {
  'sign-in': { words: 'Signed in', isRefusal: false },
  'sign-in-refused': { words: 'Sign-in refused', isRefusal: true },
  'sign-out': { words: 'Signed out', isRefusal: false },
  'sign-in-ended': { words: 'Sign-in ran out', isRefusal: false },
  'request-refused': { words: 'Request refused', isRefusal: true },
  export: { words: 'Exported sessions', isRefusal: false },
  'wall-link-made': { words: 'Made a wall link', isRefusal: false },
  'wall-link-revoked': { words: 'Revoked a wall link', isRefusal: false },
} as const satisfies Record<AuditEvent['kind'], { words: string; isRefusal: boolean }>

const reasons: Readonly<Record<string, string>> = {
  'sign-in-refused': 'wrong user name or password',
  'sign-in-no-role': 'the account has no role in Enterprise Manager',
  'too-many-sign-ins': 'too many tries before',
  'cross-site': 'another site sent it',
  'wrong-host': 'sent to a name that is not this dashboard’s',
  'not-signed-in': 'nobody was signed in',
}

/** An event in words: what happened, why where it was refused, and what it was about. */
export function auditWords(event: AuditEvent) {
  const { words, isRefusal } = kinds[event.kind]
  const reason = event.reason === null ? '' : (reasons[event.reason] ?? event.reason)
  return { words, isRefusal, about: [reason, event.detail].filter(Boolean).join(' · ') }
}
