import type { DatabaseSync } from 'node:sqlite'
import { openDatabase } from '../src/session-index/store/open-database.ts'

type Row = Record<string, unknown>

/** All that an index has, in the words of the contract, by UID. */
export interface IndexContent {
  sessions: Map<string, Row>
  /** Each with the UID of its session. */
  tasks: Map<string, Row>
  /** Those that have not been removed. */
  policies: Map<string, Row>
  backupServers: Map<string, Row>
}

/** Reads the tables of an index that nobody writes at the moment. */
export function readIndexContent(dataDir: string): IndexContent {
  const database = openDatabase(dataDir, 'read')
  try {
    return {
      sessions: byUid(database, sessionsSql),
      tasks: byUid(database, tasksSql),
      policies: byUid(database, policiesSql),
      backupServers: byUid(database, serversSql),
    }
  } finally {
    database.close()
  }
}

function byUid(database: DatabaseSync, sql: string): Map<string, Row> {
  const rows = new Map<string, Row>()
  for (const row of database.prepare(sql).all()) rows.set(String(row.uid), { ...row })
  return rows
}

const time = (column: string) =>
  `strftime('%Y-%m-%dT%H:%M:%S', ${column} / 1000, 'unixepoch') || printf('.%03dZ', ${column} % 1000)`

const sessionsSql = `
  SELECT s.uid, s.name, nullif(p.uid, '') AS policyUid, p.name AS policyName, s.policy_type AS policyType,
    nullif(b.uid, '') AS backupServerUid, b.name AS backupServerName,
    ${time('s.created')} AS creationTimeUTC, ${time('s.ended')} AS endTimeUTC,
    st.word AS state, re.word AS result, s.progress, s.is_retry AS isRetry, s.is_gone AS isGone,
    (SELECT t.text FROM text_sets x JOIN texts t ON t.id = CAST(x.members AS INTEGER)
      WHERE x.id = s.failure_set AND s.failure_source = 1) AS failureMessage
  FROM sessions s
  JOIN labels p ON p.id = s.policy JOIN labels b ON b.id = s.server
  JOIN words st ON st.id = s.state JOIN words re ON re.id = s.result`

const tasksSql = `
  SELECT t.uid, s.uid AS policySessionUid, t.name, v.text AS vmDisplayName,
    ${time('t.created')} AS creationTimeUTC, ${time('t.ended')} AS endTimeUTC,
    st.word AS state, re.word AS result, r.text AS reason, t.total_size AS totalSize
  FROM tasks t
  JOIN sessions s ON s.seq = t.session JOIN texts v ON v.id = t.vm
  JOIN words st ON st.id = t.state JOIN words re ON re.id = t.result
  LEFT JOIN texts r ON r.id = t.reason`

const policiesSql = `
  SELECT uid, name, policy_type AS policyType, platform, description,
    schedule_enabled AS scheduleEnabled, rpo_seconds AS rpoSeconds,
    server_uid AS backupServerUid, server_name AS backupServerName
  FROM policies WHERE removed_at IS NULL`

const serversSql = `
  SELECT uid, name, description, address AS ipOrDnsName, port, version
  FROM backup_servers WHERE removed_at IS NULL`
