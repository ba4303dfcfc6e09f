import type { Generated } from 'kysely'

/** Flags are 0 or 1; times are ms since 1970 by EM's clock; `version` is the data version of the last change. */
type Flag = number
type Milliseconds = number

/**
 * Single values: `data_version`, `filled_back_to`, `is_filled`, `newest_start`, `newest_task_end`,
 * `pruned_before`, `read_at_em`. By which version of the grouping the history is grouped: `grouping`;
 * texts are grouped anew by it up to the id `grouped_to`, and are to be up to `grouped_until`. `run` is
 * a number that each writer draws when it opens the index, `run_before` that of the writer before it.
 */
interface FactsTable {
  name: string
  value: number
}

/** EM's words for State and Result, each once, in EM's case. */
interface WordsTable {
  id: Generated<number>
  word: string
}

/** Policies and backup servers as sessions name them, each pair of UID and name once. `uid` is '' where EM gave none. */
interface LabelsTable {
  id: Generated<number>
  kind: 'policy' | 'server'
  uid: string
  name: string
}

/** Failure texts and names of VMs, each once. `rests_search` is an FTS5 trigram index over the rests of their shapes, see `textShape`. */
interface TextsTable {
  id: Generated<number>
  text: string
  folded: string
  skeleton: number
}

/** The skeletons of the shapes of texts, each once. Searched by `skeletons_search`, FTS5 trigram. */
interface SkeletonsTable {
  id: Generated<number>
  skeleton: string
}

/** Lists of texts (a session's VMs, a session's failure texts), each once; `members` are their ids, comma-separated, in order. */
interface TextSetsTable {
  id: Generated<number>
  members: string
}

interface SessionsTable {
  seq: Generated<number>
  uid: string
  name: string
  /** The folded name without the name of the policy at its beginning; the whole of it where that is not there. Searched by `session_names`, FTS5 trigram. */
  tail: string
  policy: number
  policy_type: string | null
  server: number
  created: Milliseconds
  ended: Milliseconds | null
  state: number
  result: number
  progress: number
  is_retry: Flag
  is_gone: Flag
  /** Neither stopped nor gone. */
  is_active: Flag
  /** EM's own message, a failure or a note: an id of `texts`. */
  message: number | null
  /** Position in `healths` of the contract. */
  health: number
  /** Distinct failure texts, the most telling first: the session's own message, then its VMs' reasons, worst first. */
  failure_set: number | null
  /** 0: none, 1: the session's own message, 2: its tasks. */
  failure_source: number
  failure_count: number
  vm_set: number | null
  vms_total: number | null
  vms_failed: number
  vms_warning: number
  /** 0: none kept, 1: as watched while it worked, 2: to be asked for, 3: final. */
  tasks_state: number
  version: number
}

interface TasksTable {
  seq: Generated<number>
  uid: string
  session: number
  name: string
  vm: number
  created: Milliseconds
  ended: Milliseconds | null
  state: number
  result: number
  reason: number | null
  /** Bytes, whatever number EM gives: REAL, as `progress` and `port` are. */
  total_size: number | null
  /** Not Completed, and its session not one that EM has no more. */
  is_running: Flag
}

interface PoliciesTable {
  uid: string
  name: string
  policy_type: string | null
  platform: string | null
  description: string | null
  schedule_configured: Flag | null
  schedule_enabled: Flag | null
  next_run: Milliseconds | null
  rpo_seconds: number | null
  /** JSON of the contract's shapes, or null. */
  rpo_schedule: string | null
  rpo_reporting: string | null
  server_uid: string | null
  server_name: string | null
  /** When it was first and, where it is not there any more, last seen. */
  first_seen: Milliseconds
  removed_at: Milliseconds | null
}

/** When a policy was seen to be enabled or disabled: one row at its first sight, one at each change. */
interface PolicySwitchesTable {
  policy_uid: string
  at: Milliseconds
  is_enabled: Flag
}

interface BackupServersTable {
  uid: string
  name: string
  description: string | null
  address: string | null
  port: number | null
  version: string | null
  removed_at: Milliseconds | null
}

/** Groups of failure texts. `template`: the shortest of those of its texts. */
interface FailureGroupsTable {
  id: Generated<number>
  group_id: string
  template: string
}

/**
 * The group of each failure text. A template depends on the names of the row that has the text, so a
 * text that several rows have is grouped by the names of the first one, or of the first one whose VMs
 * were known: `knew_vms`.
 */
interface TextGroupsTable {
  text: number
  failure_group: number
  knew_vms: Flag
  version: number
}

/** Where the texts of a group went when they were grouped anew, and how many; ids of groups. */
interface GroupAliasesTable {
  old_id: string
  new_id: string
  texts: number
}

/**
 * What failed in a session by VM and reason, of sessions that have failure texts: four numbers for each
 * pair, comma-separated: the VM and the reason (ids of `texts`), the worst health (position in
 * `healths`), and how many tasks. '' where nothing does any more.
 */
interface SessionFailuresTable {
  session: number
  members: string
  version: number
}

/** The database, as Kysely is to know it. */
export interface Tables {
  facts: FactsTable
  words: WordsTable
  labels: LabelsTable
  texts: TextsTable
  skeletons: SkeletonsTable
  text_sets: TextSetsTable
  sessions: SessionsTable
  tasks: TasksTable
  policies: PoliciesTable
  policy_switches: PolicySwitchesTable
  backup_servers: BackupServersTable
  failure_groups: FailureGroupsTable
  text_groups: TextGroupsTable
  group_aliases: GroupAliasesTable
  session_failures: SessionFailuresTable
}
