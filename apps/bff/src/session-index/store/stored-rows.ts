import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import { healths, type Session, type Task } from '@cdp-watch/contract'

/** What tests read of the database themselves, in words; nothing of the product reads it so. */
type StoredRow = Record<string, SQLOutputValue>

const membersOf = (column: string) => `(
  select json_group_array(text order by m.key) from json_each('[' || (
    select members from text_sets where id = ${column}) || ']') m join texts on texts.id = m.value
)`

/** All sessions by UID, with EM's fields under the names of the contract and ours under those of a summary. */
export function readStoredSessions(database: DatabaseSync): StoredRow[] {
  return database
    .prepare(
      `select s.uid, s.name, nullif(p.uid, '') policyUid, p.name policyName, policy_type policyType,
        created, ended, st.word state, re.word result, progress, m.text failureMessage,
        is_retry, is_gone, nullif(b.uid, '') backupServerUid, nullif(b.name, '') backupServerName,
        health, ${membersOf('failure_set')} failureTexts, failure_source, failure_count,
        ${membersOf('vm_set')} vmNames, vms_total, vms_failed, vms_warning, tasks_state, s.version
      from sessions s join labels p on p.id = s.policy join labels b on b.id = s.server
        join words st on st.id = s.state join words re on re.id = s.result
        left join texts m on m.id = s.message order by s.uid`,
    )
    .all()
    .map((row) => ({ ...row, health: healths[Number(row.health)] ?? null }))
}

/** EM's fields of a session, as they are to be found in its stored row. */
export function storedSession(session: Session) {
  const { creationTimeUTC, endTimeUTC, isRetry, ...fields } = session
  return { ...fields, ...storedTimes(creationTimeUTC, endTimeUTC), is_retry: Number(isRetry) }
}

/** All tasks by UID. */
export function readStoredTasks(database: DatabaseSync): StoredRow[] {
  return database
    .prepare(
      `select t.uid, s.uid policySessionUid, t.name, v.text vmDisplayName, t.created, t.ended,
        st.word state, re.word result, r.text reason, total_size totalSize
      from tasks t join sessions s on s.seq = t.session join texts v on v.id = t.vm
        join words st on st.id = t.state join words re on re.id = t.result
        left join texts r on r.id = t.reason order by t.uid`,
    )
    .all()
    .map((row) => ({ ...row }))
}

/** A task, as its stored row is to be. */
export function storedTask(task: Task) {
  const {
    creationTimeUTC,
    endTimeUTC,
    policySessionName,
    backupServerUid,
    backupServerName,
    ...fields
  } = task
  return { ...fields, ...storedTimes(creationTimeUTC, endTimeUTC) }
}

function storedTimes(creationTimeUTC: string, endTimeUTC: string | null) {
  return {
    created: Date.parse(creationTimeUTC),
    ended: endTimeUTC === null ? null : Date.parse(endTimeUTC),
  }
}
