import type { DatabaseSync } from 'node:sqlite'
import type { Policy } from '@cdp-watch/contract'
import type { Kysely, Selectable } from 'kysely'
import { lastByUid } from './last-by-uid.ts'
import { millisecondsOf } from './milliseconds.ts'
import { type Arguments, areSameIn, assignmentsOf, prepare, valuesOf } from './prepared.ts'
import type { Tables } from './tables.ts'
import type { Touched } from './touched.ts'

const policyColumns = [
  'name',
  'policy_type',
  'platform',
  'description',
  'schedule_configured',
  'schedule_enabled',
  'next_run',
  'rpo_seconds',
  'rpo_schedule',
  'rpo_reporting',
  'server_uid',
  'server_name',
  'removed_at',
] as const
type StoredPolicy = Selectable<Tables['policies']>
type PolicyRow = Pick<StoredPolicy, (typeof policyColumns)[number]>

/** Takes in the policies as EM has them. */
export class PolicyWriting {
  readonly #statements

  constructor(database: DatabaseSync, db: Kysely<Tables>) {
    this.#statements = prepareStatements(database, db)
  }

  /** Takes in all policies there are; one that is not among them has been removed. `at`: now, ms since 1970 by EM's clock. */
  take(policies: readonly Policy[], at: number, touched: Touched): void {
    const stored = new Map(this.#statements.all.all({}).map((row) => [row.uid, row]))
    for (const policy of lastByUid(policies)) {
      this.#put(policy.uid, policyRow(policy), stored.get(policy.uid), at, touched)
      stored.delete(policy.uid)
    }
    for (const { uid, removed_at } of stored.values()) {
      if (removed_at !== null) continue
      this.#statements.remove.run({ uid, at })
      touched.seen()
    }
  }

  #put(
    uid: string,
    row: PolicyRow,
    known: StoredPolicy | undefined,
    at: number,
    touched: Touched,
  ): void {
    if (known !== undefined && areSameIn<PolicyRow>(policyColumns, known, row)) return
    if (known === undefined) this.#statements.add.run({ ...row, uid, first_seen: at })
    else this.#statements.update.run({ ...row, uid })
    if (known === undefined || isEnabled(known) !== isEnabled(row)) {
      this.#statements.switch.run({ uid, at, is_enabled: Number(isEnabled(row)) })
    }
    touched.seen()
  }
}

/** EM leaves out the flag in some builds: a policy that is not said to be disabled runs. */
function isEnabled(row: Pick<PolicyRow, 'schedule_enabled'>): boolean {
  return row.schedule_enabled !== 0
}

function policyRow(policy: Policy): PolicyRow {
  return {
    name: policy.name.toWellFormed(),
    policy_type: policy.policyType?.toWellFormed() ?? null,
    platform: policy.platform?.toWellFormed() ?? null,
    description: policy.description?.toWellFormed() ?? null,
    schedule_configured: flag(policy.scheduleConfigured),
    schedule_enabled: flag(policy.scheduleEnabled),
    next_run: policy.nextRun === null ? null : millisecondsOf(policy.nextRun),
    rpo_seconds: policy.rpoSeconds,
    rpo_schedule: policy.rpoSchedule === null ? null : JSON.stringify(policy.rpoSchedule),
    rpo_reporting: policy.rpoReporting === null ? null : JSON.stringify(policy.rpoReporting),
    server_uid: policy.backupServerUid?.toWellFormed() ?? null,
    server_name: policy.backupServerName?.toWellFormed() ?? null,
    removed_at: null,
  }
}

function flag(value: boolean | null): number | null {
  return value === null ? null : Number(value)
}

type Uid = { uid: string }
type At = { at: number }

function prepareStatements(database: DatabaseSync, db: Kysely<Tables>) {
  const added = ['uid', ...policyColumns, 'first_seen'] as const
  return {
    all: prepare(database, () => db.selectFrom('policies').selectAll().compile()),
    add: prepare(database, (arg: Arguments<StoredPolicy>) =>
      db.insertInto('policies').columns(added).expression(valuesOf(added, arg)).compile(),
    ),
    update: prepare(database, (arg: Arguments<Uid & PolicyRow>) =>
      db
        .updateTable('policies')
        .set(assignmentsOf(policyColumns, arg))
        .where('uid', '=', arg('uid'))
        .compile(),
    ),
    remove: prepare(database, (arg: Arguments<Uid & At>) =>
      db
        .updateTable('policies')
        .set({ removed_at: arg('at') })
        .where('uid', '=', arg('uid'))
        .compile(),
    ),
    switch: prepare(database, (arg: Arguments<Uid & At & { is_enabled: number }>) =>
      db
        .insertInto('policy_switches')
        .values({ policy_uid: arg('uid'), at: arg('at'), is_enabled: arg('is_enabled') })
        .onConflict((conflict) =>
          conflict.columns(['policy_uid', 'at']).doUpdateSet({ is_enabled: arg('is_enabled') }),
        )
        .compile(),
    ),
  }
}
